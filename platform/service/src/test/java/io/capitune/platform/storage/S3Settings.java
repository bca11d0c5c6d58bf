package io.capitune.platform.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.capitune.platform.PlatformConfig;

/** A configuration of the S3 adapter for a test. */
record S3Settings(
        Optional<String> bucket,
        Optional<URI> endpoint,
        Optional<String> accessKey,
        Optional<String> secretKey,
        Duration timeout)
        implements PlatformConfig.S3 {

    static S3Settings of(URI endpoint) {
        return new S3Settings(
                Optional.of(S3Server.BUCKET),
                Optional.of(endpoint),
                Optional.of(S3Server.ACCESS_KEY),
                Optional.of(S3Server.SECRET_KEY),
                Duration.ofSeconds(10));
    }

    S3Settings secretKey(String secret) {
        return new S3Settings(bucket, endpoint, accessKey, Optional.of(secret).filter(key -> !key.isEmpty()), timeout);
    }

    S3Settings bucket(String name) {
        return new S3Settings(Optional.of(name), endpoint, accessKey, secretKey, timeout);
    }

    S3Settings timeout(Duration limit) {
        return new S3Settings(bucket, endpoint, accessKey, secretKey, limit);
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public Optional<Boolean> pathStyle() {
        return Optional.empty();
    }

    S3BlobStore store() {
        return new S3BlobStore(
                S3Clients.of(this), bucket.orElseThrow(), new io.capitune.platform.random.RandomTokens());
    }
}
