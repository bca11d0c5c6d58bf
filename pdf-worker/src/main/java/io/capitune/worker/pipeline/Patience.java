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

    /**
     * Whether there is another try.
     *
     * @param attempt how often it was tried that ended in this kind of failure
     * @param age of the job when this try began
     */
    boolean goesOn(StepException failure, int attempt, Duration age) {
        return switch (failure.hope()) {
            case NONE -> false;
            case SOME -> attempt < config.maxAttempts();
            case OUTAGE -> attempt < config.outageAttempts() || age.compareTo(config.outagePatience()) < 0;
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
