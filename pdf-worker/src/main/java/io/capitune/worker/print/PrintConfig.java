package io.capitune.worker.print;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
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

    /** After that many prints a lane goes on until a new one is warm, and makes place for it. */
    @WithDefault("2000")
    int recycleAfter();

    /** The same once a lane's driver and browser hold more memory than this that they share with nobody. */
    @WithDefault("600M")
    MemorySize recycleMemory();

    /** The number of lanes in force. */
    default int laneCount() {
        return lanes() > 0 ? lanes() : Runtime.getRuntime().availableProcessors();
    }
}
