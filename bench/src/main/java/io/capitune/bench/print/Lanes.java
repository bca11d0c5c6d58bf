package io.capitune.bench.print;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.capitune.worker.print.PrintConfig;
import io.quarkus.runtime.configuration.MemorySize;

/** The worker's own settings but for the browser's path and the number of lanes. */
record Lanes(Path binary, int lanes) implements PrintConfig {

    @Override
    public Optional<Path> chromium() {
        return Optional.of(binary);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int recycleAfter() {
        return 1_000_000;
    }

    @Override
    public MemorySize recycleMemory() {
        return new MemorySize(BigInteger.ONE.shiftLeft(40));
    }
}
