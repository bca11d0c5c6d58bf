package io.capitune.bench.print;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.capitune.worker.print.PrintConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.WithDefault;

/** The worker's own settings by default, recycling included, but for the browser's path and the number of lanes. */
record Lanes(Path binary, int lanes) implements PrintConfig {

    @Override
    public Optional<Path> chromium() {
        return Optional.of(binary);
    }

    @Override
    public Duration timeout() {
        return DurationConverter.parseDuration(byDefault("timeout"));
    }

    @Override
    public int recycleAfter() {
        return Integer.parseInt(byDefault("recycleAfter"));
    }

    @Override
    public MemorySize recycleMemory() {
        return new MemorySizeConverter().convert(byDefault("recycleMemory"));
    }

    /** What the worker has where nothing is configured: read from where it stands, so that the two cannot differ. */
    private static String byDefault(String setting) {
        try {
            return PrintConfig.class
                    .getMethod(setting)
                    .getAnnotation(WithDefault.class)
                    .value();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(setting, e);
        }
    }
}
