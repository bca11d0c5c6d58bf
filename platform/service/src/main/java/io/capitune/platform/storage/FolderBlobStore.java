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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;

/** Files in a folder that the services share, spread over subfolders by the first two characters of their names. */
public final class FolderBlobStore implements BlobStore {

    private final Path root;
    private final RandomTokens random;

    FolderBlobStore(Path folder, RandomTokens random) {
        this.root = folder.toAbsolutePath();
        this.random = random;
    }

    @Override
    public String put(byte[] bytes, String extension) {
        var name = BlobNames.random(random, extension);
        var target = path(name);
        var partial = target.resolveSibling(name + BlobNames.PARTIAL);
        try {
            var known = Files.isDirectory(target.getParent());
            Files.createDirectories(target.getParent());
            write(partial, bytes);
            verify(partial, bytes);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            keepNames(target.getParent());
            if (!known) {
                keepNames(root);
            }
            return name;
        } catch (IOException e) {
            discardQuietly(partial, e);
            discardQuietly(target, e);
            throw new UncheckedIOException("storing failed: " + e, e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /**
     * Comparing all bytes says more than a digest and costs less. On a local disk they come from the page cache, and
     * {@code force} has told of an error of the device; this catches file systems that take a write and keep something else.
     */
    private static void verify(Path file, byte[] bytes) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
            throw new IOException("the folder keeps other bytes than it was given");
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
        return new ExactInputStream(Channels.newInputStream(channel), to - from);
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
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<StoredBlob> list(@Nullable String after, int limit) {
        try {
            return FolderListing.page(root, after == null ? "" : after, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("listing failed", e);
        }
    }

    /** When a new file was written: on a network's file system another machine tells. It is empty, so that a full disk has it, too. */
    @Override
    public Instant now() {
        try {
            Files.createDirectories(root);
            var probe = Files.createTempFile(root, "clock", null);
            try {
                return Files.getLastModifiedTime(probe).toInstant();
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no file tells the time: " + e, e);
        }
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
        return root.resolve(FolderListing.subfolder(BlobNames.checked(name))).resolve(name);
    }

    /** Without this a file whose bytes are safe may have no name after a power cut. */
    private static void keepNames(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discardQuietly(Path file, IOException cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
