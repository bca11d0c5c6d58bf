package io.capitune.cvjob.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How files end; how long they are kept is a matter of plans. */
@ConfigMapping(prefix = "capitune.retention")
public interface RetentionConfig {

    /** How often one of the replicas looks for files whose end is near. */
    @WithDefault("1h")
    Duration every();

    /** How long before it goes the owner of a file is told, at least; days. */
    @WithDefault("7d")
    Duration notice();
}
