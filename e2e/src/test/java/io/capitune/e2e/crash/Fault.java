package io.capitune.e2e.crash;

import java.time.Duration;

/** What goes wrong, and for how long where it lasts. */
enum Fault {
    WORKER_KILLED(0, 0),
    /** By SIGTERM, as a deployment would: it hands back what does not print yet, and ends the rest. */
    WORKER_STOPPED(0, 0),
    /** Longer than its lease, so that it comes back to jobs that are another's by then. */
    WORKER_FROZEN(8, 12),
    BROWSER_KILLED(0, 0),
    DRIVER_KILLED(0, 0),
    NOTIFICATION_KILLED(0, 0),
    CV_JOB_KILLED(0, 0),
    AUTH_KILLED(0, 0),
    RENDER_DOWN(3, 6),
    /** It takes connections and never answers. */
    RENDER_FROZEN(3, 10),
    MONGODB_KILLED(1, 4),
    /** By SIGTERM, as an operator would. */
    MONGODB_STOPPED(1, 4),
    MONGODB_FROZEN(2, 7),
    /** 503 {@code SlowDown}. */
    STORAGE_BUSY(3, 8),
    /** 500 {@code InternalError}. */
    STORAGE_BROKEN(3, 8),
    /** 507: nothing more can be written, all else works. */
    STORAGE_FULL(3, 8),
    /** Connections end without an answer. */
    STORAGE_CUT(3, 8),
    STORAGE_SLOW(3, 8),
    /** What is written is kept, but its writer is not told. */
    STORAGE_MUTE(2, 5),
    /** 429 with {@code Retry-After}. */
    MAIL_LIMITED(3, 8),
    MAIL_BROKEN(3, 8),
    MAIL_CUT(3, 8),
    MAIL_SILENT(3, 8),
    /** The mail is accepted, the answer is 500. */
    MAIL_ACCEPTED_BROKEN(3, 8),
    /** The mail is accepted, the connection ends without an answer. */
    MAIL_ACCEPTED_CUT(3, 8),
    /** The mail is accepted, the answer never comes. */
    MAIL_ACCEPTED_SILENT(3, 8);

    private final int shortest;
    private final int longest;

    Fault(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    /** How long it lasts, for a share from 0 to 1 of what it may. */
    Duration lasting(double share) {
        return Duration.ofMillis(Math.round(1000 * (shortest + share * (longest - shortest))));
    }

    boolean ofMail() {
        return name().startsWith("MAIL_");
    }

    boolean ofStorage() {
        return name().startsWith("STORAGE_");
    }

    /** Whether a store that has it fails what such a request asks for. */
    boolean spoils(String method) {
        return this != STORAGE_FULL || method.equals("PUT");
    }
}
