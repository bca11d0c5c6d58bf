package io.capitune.platform.storage;

import java.time.Instant;

/**
 * A file as a listing tells of it.
 *
 * @param name ends in {@code .part} where the write of it was never finished
 * @param bytes its length
 * @param modifiedAt when it was written, by the store's clock
 */
public record StoredBlob(String name, long bytes, Instant modifiedAt) {}
