package io.capitune.worker.compose.model;

import java.time.Duration;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The configuration as it is by default, with what a test changes. */
final class TestModelConfig {

    private TestModelConfig() {}

    static ModelConfig with(String... settings) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(ModelConfig.class);
        for (int i = 0; i < settings.length; i += 2) {
            config.withDefaultValue(settings[i], settings[i + 1]);
        }
        return config.build().getConfigMapping(ModelConfig.class);
    }
}
