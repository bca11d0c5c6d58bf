package io.capitune.platform;

import java.net.URI;
import java.nio.file.Path;
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

    /** Where files are kept. */
    Storage storage();

    /** See {@link io.capitune.platform.storage.BlobStore}. */
    interface Storage {
        /** The folder of the folder adapter. */
        @WithDefault(".data/files")
        Path folder();
    }

    /** Whether the public address is https, so that cookies are {@code Secure} and carry the {@code __Host-} prefix. */
    default boolean https() {
        return "https".equals(publicUrl().getScheme());
    }
}
