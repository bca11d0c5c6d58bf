package io.capitune.worker;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a worker takes and treats jobs. */
@ConfigMapping(prefix = "capitune.worker")
public interface WorkerConfig {

    /** Jobs held at once when a language model composes: most of them wait for it. */
    @WithDefault("200")
    int inFlight();

    /** Jobs held at once, per print lane, when the composer works by rules: enough that no lane ever waits. */
    @WithDefault("3")
    int inFlightPerLane();

    /** How long a claim holds without being renewed. */
    @WithDefault("30s")
    Duration lease();

    /** How often leases are renewed: three times per lease, so that a missed renewal costs nothing. */
    @WithDefault("8s")
    Duration renewal();

    /** A job that stays longer in one stage, composing excepted, is given up: its lease ends, and another worker takes it. */
    @WithDefault("3m")
    Duration longestStage();

    /** How often the stage of a job that lasts is written for its owner to see. */
    @WithDefault("1s")
    Duration telling();

    /** How often jobs are looked for that wait no longer, or whose worker died. */
    @WithDefault("1s")
    Duration recovery();

    /** How often the files of removed jobs are deleted that could not be deleted with them. */
    @WithDefault("30s")
    Duration sweep();

    /** How often an idle worker looks for jobs that no change stream told of. */
    @WithDefault("1s")
    Duration poll();

    /** How often a job is tried before it fails, and how many workers it may lose. */
    @WithDefault("4")
    int maxAttempts();

    /** How often a job is tried at least while render-service, the language model or the storage is away. */
    @WithDefault("10")
    int outageAttempts();

    /** How old a job is at least that fails since one of them is away: its owner gets a mail when it is done. */
    @WithDefault("1h")
    Duration outagePatience();

    /** How long a job waits after its first transient error; doubled each time, with jitter. */
    @WithDefault("2s")
    Duration backoff();

    /** Where the doubling ends. */
    @WithDefault("30s")
    Duration longestBackoff();

    /** The longest wait that a language model may ask for by {@code Retry-After}. */
    @WithDefault("10m")
    Duration longestPause();

    /** How long jobs that are printing may take to finish when the worker is told to stop. */
    @WithDefault("15s")
    Duration shutdownGrace();

    /** A CV of more pages than this fails as {@code TOO_LONG}. */
    @WithDefault("12")
    int maxPages();
}
