package io.capitune.e2e.crash;

import java.nio.file.Path;
import java.util.Map;

import io.capitune.e2e.system.CapituneSystem;

/** A system of its own with two workers, whose e-mails go to a stub of Resend and whose files to a bucket that may fail. */
final class CrashSystem implements AutoCloseable {

    static final Path DATA = CapituneSystem.root().resolve("e2e/target/crash");

    private static final int LANES = 2;
    private static final int JOBS_PER_LANE = 3;

    private final ResendStub mails = new ResendStub();
    private final FaultyBucket bucket = new FaultyBucket();
    private final CapituneSystem system = CapituneSystem.start(DATA, settings());

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("CAPITUNE_PLANS_FREE_MONTHLY", "1000000"),
                Map.entry("CAPITUNE_RATE_SUBMISSIONS", "1000000"),
                Map.entry("CAPITUNE_RESEND_API_KEY", ResendStub.API_KEY),
                Map.entry("CAPITUNE_RESEND_BASE_URL", mails.address()),
                Map.entry("CAPITUNE_MAIL_FROM", "Capitune <bonjour@capitune.example>"),
                Map.entry("CAPITUNE_STORAGE_S3_BUCKET", FaultyBucket.NAME),
                Map.entry("CAPITUNE_STORAGE_S3_ENDPOINT", bucket.address()),
                Map.entry("CAPITUNE_STORAGE_S3_ACCESS_KEY", "any"),
                Map.entry("CAPITUNE_STORAGE_S3_SECRET_KEY", "any"),
                Map.entry("CAPITUNE_STORAGE_S3_TIMEOUT", "3s"),
                // What is left over is looked for once all is quiet.
                Map.entry("CAPITUNE_STORAGE_CHECK_GRACE", "1s"),
                Map.entry("CAPITUNE_PRINT_LANES", Integer.toString(LANES)),
                Map.entry("CAPITUNE_WORKER_IN_FLIGHT_PER_LANE", Integer.toString(JOBS_PER_LANE)),
                // What takes more has to fail.
                Map.entry("CAPITUNE_WORKER_MAX_PAGES", "1"),
                // Everything gives up, or comes back, within seconds; nothing is tried less often than by default.
                Map.entry("CAPITUNE_WORKER_BACKOFF", "500ms"),
                Map.entry("CAPITUNE_WORKER_LONGEST_BACKOFF", "4s"),
                Map.entry("CAPITUNE_WORKER_OUTAGE_ATTEMPTS", "20"),
                Map.entry("CAPITUNE_MAIL_LEASE", "12s"),
                Map.entry("CAPITUNE_MAIL_TIMEOUT", "2s"),
                Map.entry("CAPITUNE_MAIL_BACKOFF", "500ms"),
                Map.entry("CAPITUNE_MAIL_LONGEST_BACKOFF", "4s"),
                Map.entry("CAPITUNE_MAIL_BREAKER_DELAY", "2s"));
    }

    CapituneSystem system() {
        return system;
    }

    ResendStub mails() {
        return mails;
    }

    FaultyBucket bucket() {
        return bucket;
    }

    static Path logs() {
        return DATA.resolve("logs");
    }

    /** How many browsers a worker has at most: one for each lane, and one that takes another's place. */
    static int mostBrowsers() {
        return LANES + 1;
    }

    @Override
    public void close() {
        system.down();
        bucket.close();
        mails.close();
    }
}
