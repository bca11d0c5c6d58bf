package io.capitune.platform.storage;

import java.io.InputStream;
import java.util.OptionalLong;

/** Files by random names that the store chooses; a name from a person is never a path. */
public interface BlobStore {

    /**
     * Keeps the bytes, durably before it returns.
     *
     * @param extension such as {@code pdf}
     * @return the file's name
     * @throws java.io.UncheckedIOException if the store cannot take it
     */
    String put(byte[] bytes, String extension);

    /** Reads the whole file; throws {@link BlobMissingException} where there is none. The caller closes the stream. */
    InputStream open(String name);

    /** Reads the bytes {@code from} (inclusive) {@code to} (exclusive). */
    InputStream open(String name, long from, long to);

    /** The length in bytes; empty where there is no such file. */
    OptionalLong size(String name);

    /** Removes the file; nothing happens where there is none. */
    void delete(String name);
}
