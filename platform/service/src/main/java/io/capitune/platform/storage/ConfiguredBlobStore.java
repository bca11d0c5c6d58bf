package io.capitune.platform.storage;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.PlatformConfig;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.arc.DefaultBean;
import org.jspecify.annotations.Nullable;

/** The bucket where one is configured, the folder otherwise. A bean by class, not by producer, so that decorators apply. */
@DefaultBean
@ApplicationScoped
public class ConfiguredBlobStore implements BlobStore {

    private final BlobStore store;

    ConfiguredBlobStore(PlatformConfig config, RandomTokens random) {
        var storage = config.storage();
        this.store = storage.s3()
                .bucket()
                .<BlobStore>map(bucket -> new S3BlobStore(S3Clients.of(storage.s3()), bucket, random))
                .orElseGet(() -> new FolderBlobStore(storage.folder(), random));
    }

    @Override
    public String put(byte[] bytes, String extension) {
        return store.put(bytes, extension);
    }

    @Override
    public InputStream open(String name) {
        return store.open(name);
    }

    @Override
    public InputStream open(String name, long from, long to) {
        return store.open(name, from, to);
    }

    @Override
    public OptionalLong size(String name) {
        return store.size(name);
    }

    @Override
    public void delete(String name) {
        store.delete(name);
    }

    @Override
    public List<StoredBlob> list(@Nullable String after, int limit) {
        return store.list(after, limit);
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @PreDestroy
    void close() {
        if (store instanceof S3BlobStore s3) {
            s3.close();
        }
    }
}
