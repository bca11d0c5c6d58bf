package io.capitune.platform.storage;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * Files by random names that the store chooses; a name from a person is never a path. Every method throws
 * {@link java.io.UncheckedIOException} where the store is away or refuses.
 */
public interface BlobStore {

    /**
     * Keeps the bytes, durably, and checks that what was written is what was given, before it returns. What it leaves behind
     * when it throws is found by the storage check.
     *
     * @param extension such as {@code pdf}
     * @return the file's name
     * @throws java.io.UncheckedIOException if the store cannot take it, or keeps something else
     */
    String put(byte[] bytes, String extension);

    /**
     * Reads the whole file; throws {@link BlobMissingException} where there is none. The caller closes the stream, which throws
     * {@link java.io.IOException} where it ends too soon.
     */
    InputStream open(String name);

    /** Reads the bytes {@code from} (inclusive) {@code to} (exclusive), a range within the file's length; else as {@link #open}. */
    InputStream open(String name, long from, long to);

    /** The length in bytes; empty where there is no such file. */
    OptionalLong size(String name);

    /** Removes the file; nothing happens where there is none. */
    void delete(String name);

    /**
     * A page of all there is, by name.
     *
     * @param after the last name of the page before; null for the first page
     * @param limit how many at most; fewer than that are the last
     */
    List<StoredBlob> list(@Nullable String after, int limit);

    /** The time by the clock that dates what is stored, which may be another than this machine's. */
    Instant now();
}
