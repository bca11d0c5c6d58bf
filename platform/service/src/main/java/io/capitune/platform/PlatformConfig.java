package io.capitune.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What every service of Capitune is told by its surroundings. */
@ConfigMapping(prefix = "capitune")
public interface PlatformConfig {

    /** The address people see; also the issuer of tokens. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Local mode: demo account, local mailbox, no mail provider needed. */
    @WithDefault("false")
    boolean local();

    /** Base64 of the 32 bytes that secrets at rest are sealed with. */
    Optional<String> sealingKey();

    /** Paths open to visitors; a trailing {@code *} matches what begins so. All others want a signed-in caller. */
    Optional<List<String>> publicPaths();

    /** Addresses and networks (CIDR) of the proxies whose {@code X-Forwarded-For} is believed; the gateway on this machine always is. */
    Optional<List<String>> trustedProxies();

    /** Where files are kept. */
    Storage storage();

    /** See {@link io.capitune.platform.storage.BlobStore}. */
    interface Storage {
        /** The folder of the folder adapter. */
        @WithDefault(".data/files")
        Path folder();

        /** The bucket of the S3 adapter. */
        S3 s3();
    }

    /** An S3-compatible object store; used instead of the folder where a bucket is named. */
    interface S3 {
        /** The bucket, made by the operator; nobody but the services needs access to it. */
        Optional<String> bucket();

        /** The server's address; Amazon's own of the region where absent. */
        Optional<URI> endpoint();

        /** The region that requests are signed for; most servers other than Amazon's take any. */
        @WithDefault("us-east-1")
        String region();

        /** Required with a bucket. */
        Optional<String> accessKey();

        /** Required with a bucket. */
        Optional<String> secretKey();

        /** Whether the bucket stands in the path instead of the host's name; where absent, with an endpoint of one's own. */
        Optional<Boolean> pathStyle();

        /** How long one try of one call may take, and how long the server may be silent; a call is tried twice. */
        @WithDefault("5s")
        Duration timeout();
    }

    /** Whether the public address is https, so that cookies are {@code Secure} and carry the {@code __Host-} prefix. */
    default boolean https() {
        return "https".equals(publicUrl().getScheme());
    }
}
