package io.capitune.platform.personal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import jakarta.ws.rs.core.StreamingOutput;

/**
 * A ZIP that is written whole before its first byte is sent, so that a part that cannot be had is an error and never half an answer.
 * Readable by this process's user only; gone once sent or closed.
 */
public final class TemporaryZip implements StreamingOutput, AutoCloseable {

    private final Path file;

    private TemporaryZip(Path file) {
        this.file = file;
    }

    /** Writes what goes into a ZIP. */
    @FunctionalInterface
    public interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    /** Writes a ZIP. */
    public static TemporaryZip of(Content content) {
        return written(file -> {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                content.write(zip);
            }
        });
    }

    /**
     * Keeps a ZIP that comes from elsewhere; the caller closes the stream.
     *
     * @throws UncheckedIOException if it is none, or not whole: its directory stands at its end
     */
    public static TemporaryZip received(InputStream bytes) {
        return written(file -> {
            try (var out = Files.newOutputStream(file)) {
                bytes.transferTo(out);
            }
            try (var zip = new ZipFile(file.toFile())) {
                zip.size();
            }
        });
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private static TemporaryZip written(Writing writing) {
        try {
            var zip = new TemporaryZip(Files.createTempFile("personal-data", ".zip"));
            var whole = false;
            try {
                writing.to(zip.file);
                whole = true;
                return zip;
            } finally {
                if (!whole) {
                    zip.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (this) {
            Files.copy(file, out);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
