package io.capitune.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.PlatformConfig;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.arc.DefaultBean;

/** Files in a folder that the services share, spread over subfolders by the first two characters of their names. */
@DefaultBean
@ApplicationScoped
public class FolderBlobStore implements BlobStore {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{22}\\.[a-z0-9]{1,8}");

    private final Path root;
    private final RandomTokens random;

    FolderBlobStore(PlatformConfig config, RandomTokens random) {
        this.root = config.storage().folder().toAbsolutePath();
        this.random = random;
    }

    @Override
    public String put(byte[] bytes, String extension) {
        var name = random.id() + "." + extension;
        var target = path(name);
        var partial = target.resolveSibling(name + ".part");
        try {
            var known = Files.isDirectory(target.getParent());
            Files.createDirectories(target.getParent());
            try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            keepNames(target.getParent());
            if (!known) {
                keepNames(root);
            }
            return name;
        } catch (IOException e) {
            discard(partial);
            throw new UncheckedIOException("storing failed", e);
        }
    }

    @Override
    public InputStream open(String name) {
        return Channels.newInputStream(channel(name));
    }

    @Override
    public InputStream open(String name, long from, long to) {
        var channel = channel(name);
        try {
            channel.position(from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BoundedInputStream(Channels.newInputStream(channel), to - from);
    }

    @Override
    public OptionalLong size(String name) {
        try {
            return OptionalLong.of(Files.size(path(name)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String name) {
        discard(path(name));
    }

    private FileChannel channel(String name) {
        try {
            return FileChannel.open(path(name), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new BlobMissingException(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of this store");
        }
        return root.resolve(name.substring(0, 2)).resolve(name);
    }

    /** Without this a file whose bytes are safe may have no name after a power cut. */
    private static void keepNames(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
