package io.capitune.cvjob.storage;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the stored files are checked. */
@ConfigMapping(prefix = "capitune.storage-check")
public interface StorageConfig {

    /** How often one of the replicas compares what is stored with what jobs refer to. */
    @WithDefault("1h")
    Duration every();

    /** How old a file has to be that no job refers to; younger ones may belong to a job that is just being completed. */
    @WithDefault("1h")
    Duration grace();

    /** Files whose bytes are compared with their SHA-256 in one check; the next check goes on where this one ended. */
    @WithDefault("500")
    int checksums();
}
