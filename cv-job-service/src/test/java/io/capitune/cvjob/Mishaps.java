package io.capitune.cvjob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/** What can happen to files between two of our steps. */
@Decorator
@Priority(1)
public abstract class Mishaps implements BlobStore {

    /** Files that are removed just after somebody asked how long they are. */
    public static final Set<String> VANISHING = ConcurrentHashMap.newKeySet();

    /** Files that the store cannot delete. */
    public static final Set<String> STUCK = ConcurrentHashMap.newKeySet();

    /** Files that the store does not give. */
    public static final Set<String> UNREADABLE = ConcurrentHashMap.newKeySet();

    /** How late the store's clock is. */
    public static volatile Duration late = Duration.ZERO;

    /** Whether the store does not answer. */
    public static volatile boolean away;

    @Inject
    @Any
    @Delegate
    BlobStore files;

    @Override
    public OptionalLong size(String name) {
        answer();
        var size = files.size(name);
        if (VANISHING.contains(name)) {
            files.delete(name);
        }
        return size;
    }

    @Override
    public List<StoredBlob> list(@Nullable String after, int limit) {
        answer();
        return files.list(after, limit).stream()
                .map(blob -> new StoredBlob(
                        blob.name(), blob.bytes(), blob.modifiedAt().minus(late)))
                .toList();
    }

    @Override
    public Instant now() {
        answer();
        return files.now().minus(late);
    }

    @Override
    public InputStream open(String name) {
        answer();
        if (UNREADABLE.contains(name)) {
            throw new UncheckedIOException(new IOException("permission denied"));
        }
        return files.open(name);
    }

    private static void answer() {
        if (away) {
            throw new UncheckedIOException("the store is away", new IOException("the store is away"));
        }
    }

    @Override
    public void delete(String name) {
        if (STUCK.contains(name)) {
            throw new UncheckedIOException(new IOException("the store is away"));
        }
        files.delete(name);
    }
}
