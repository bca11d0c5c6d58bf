package io.capitune.worker.print;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Chromium and its lanes. */
@ConfigMapping(prefix = "capitune.print")
public interface PrintConfig {

    /** Chromium's headless shell; where absent it is looked for on the {@code PATH}. */
    Optional<Path> chromium();

    /** Tabs that print at the same time, each in a browser of its own; 0 means one per processor. */
    @WithDefault("0")
    int lanes();

    /** A print that takes longer is given up, and its lane replaced. */
    @WithDefault("20s")
    Duration timeout();

    /** A lane is made anew after that many prints. */
    @WithDefault("2000")
    int recycleAfter();

    /** The number of lanes in force. */
    default int laneCount() {
        return lanes() > 0 ? lanes() : Runtime.getRuntime().availableProcessors();
    }
}
