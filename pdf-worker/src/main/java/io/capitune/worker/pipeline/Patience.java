package io.capitune.worker.pipeline;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.capitune.worker.WorkerConfig;

/** How often, and after how long, a job is tried again. */
final class Patience {

    private static final int MOST_DOUBLINGS = 20;

    private final WorkerConfig config;

    Patience(WorkerConfig config) {
        this.config = config;
    }

    /** How many tries there are in all. */
    int attempts(StepException failure) {
        return switch (failure.hope()) {
            case NONE -> 0;
            case SOME -> config.maxAttempts();
            case OUTAGE -> config.outageAttempts();
        };
    }

    /**
     * Doubled with each attempt up to a limit, from three quarters to the whole of it, so that what failed together does not
     * return together; longer where the failure asks for it.
     */
    Duration pause(StepException failure, int attempt) {
        var doubled = config.backoff().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        var whole = shorter(doubled, config.longestBackoff()).toMillis();
        var own = Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole * 3 / 4, whole + 1));
        var asked = shorter(failure.pause(), config.longestPause());
        return own.compareTo(asked) < 0 ? asked : own;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
