package io.capitune.e2e.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.capitune.e2e.system.CapituneSystem;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.Document;

/**
 * One run: a system of its own with two workers, people who submit all the time, faults by a seeded schedule; then nothing
 * goes wrong any more, the system recovers by itself, every accepted job ends, and everything is counted.
 */
public final class CrashRun {

    private static final Path DATA = CapituneSystem.root().resolve("e2e/target/crash");

    /** Until every process is ready again: the supervisor waits up to 30 s before it starts what died often. */
    private static final Duration HEALS_WITHIN = Duration.ofSeconds(90);

    /** Until nothing waits any more, once every process is ready: longer than any wait between two tries. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);

    private final long seed;
    private final Duration length;
    private final List<Violation> violations = new ArrayList<>();

    private CrashRun(long seed, Duration length) {
        this.seed = seed;
        this.length = length;
    }

    /** What came of it; good where nothing is in {@code violations}. */
    public record Outcome(String summary, List<String> violations) {}

    /** One that was not chosen by anybody. */
    public static long newSeed() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }

    /** Runs once; what happens is printed as it happens. */
    public static Outcome of(long seed, Duration length) throws InterruptedException {
        return new CrashRun(seed, length).run();
    }

    private static Map<String, String> settings(ResendStub mails) {
        return Map.ofEntries(
                Map.entry("CAPITUNE_PLANS_FREE_MONTHLY", "1000000"),
                Map.entry("CAPITUNE_RATE_SUBMISSIONS", "1000000"),
                Map.entry("CAPITUNE_RESEND_API_KEY", ResendStub.API_KEY),
                Map.entry("CAPITUNE_RESEND_BASE_URL", mails.address()),
                Map.entry("CAPITUNE_MAIL_FROM", "Capitune <bonjour@capitune.example>"),
                // Everything gives up, or comes back, within seconds; nothing is tried less often than by default.
                Map.entry("CAPITUNE_WORKER_BACKOFF", "500ms"),
                Map.entry("CAPITUNE_WORKER_LONGEST_BACKOFF", "4s"),
                Map.entry("CAPITUNE_WORKER_OUTAGE_ATTEMPTS", "20"),
                Map.entry("CAPITUNE_MAIL_LEASE", "12s"),
                Map.entry("CAPITUNE_MAIL_TIMEOUT", "2s"),
                Map.entry("CAPITUNE_MAIL_BACKOFF", "500ms"),
                Map.entry("CAPITUNE_MAIL_LONGEST_BACKOFF", "4s"),
                Map.entry("CAPITUNE_MAIL_BREAKER_DELAY", "2s"),
                Map.entry("CAPITUNE_MAIL_ATTEMPTS", "60"));
    }

    private Outcome run() throws InterruptedException {
        System.out.printf("crash test: seed %d, %d s%n", seed, length.toSeconds());
        var schedule = Schedule.of(seed, length);
        try (var mails = new ResendStub()) {
            var system = CapituneSystem.start(DATA, settings(mails));
            try {
                return underFire(system, mails, schedule);
            } finally {
                system.down();
            }
        }
    }

    private Outcome underFire(CapituneSystem system, ResendStub mails, Schedule schedule) throws InterruptedException {
        var accepted = new Accepted();
        var sightings = new Sightings();
        var storage = new Ill();
        try (var people = new Applicants(system, accepted)) {
            people.signIn(mails);
            try (var diary = new Diary(DATA.resolve("logs/crash.log"));
                    var faults = new Faults(DATA, mails.ill(), storage, new Supervisor(system), sightings, diary)) {
                diary.note("%d people are signed in and begin to submit"
                        .formatted(people.people().size()));
                people.begin(seed, length);
                faults.run(schedule);
                diary.note("the faults are over");
                system.awaitHealed(HEALS_WITHIN);
                diary.note("every process is ready");
                return settled(system, mails, people, accepted, sightings, diary);
            }
        }
    }

    private Outcome settled(
            CapituneSystem system,
            ResendStub mails,
            Applicants people,
            Accepted accepted,
            Sightings sightings,
            Diary diary)
            throws InterruptedException {
        try (var ledger = new Ledger(system)) {
            if (!people.awaitAnswered(SETTLES_WITHIN)) {
                violations.add(new Violation("", "never answered: " + accepted.waiting()));
            }
            quiet("jobs that have not ended", () -> ledger.unended() == 0);
            diary.note("every job has ended");
            quiet("events that nobody acted on", () -> ledger.openEvents() == 0);
            diary.note("every e-mail has gone");
            var checks = new Checks(ledger, mails, people.people(), accepted.jobs());
            violations.addAll(accepted.violations());
            violations.addAll(checks.violations());
            violations.addAll(ofProcesses(system, sightings));
            var histories = new Histories(ledger, mails, DATA.resolve("logs"));
            return new Outcome(summary(accepted, checks.jobs()), told(histories));
        }
    }

    private void quiet(String what, BooleanSupplier isSo) {
        try {
            Awaitility.await(what)
                    .atMost(SETTLES_WITHIN)
                    .pollInterval(Duration.ofMillis(250))
                    .until(isSo::getAsBoolean);
        } catch (ConditionTimeoutException late) {
            violations.add(new Violation("", "after %s there are %s".formatted(SETTLES_WITHIN, what)));
        }
    }

    private static List<Violation> ofProcesses(CapituneSystem system, Sightings sightings) {
        var status = system.status();
        Set<Long> wanted = new HashSet<>();
        status.get("services").forEach(row -> wanted.add(row.get("pid").asLong()));
        status.get("workers").forEach(row -> wanted.add(row.get("pid").asLong()));
        return sightings.leftBehind(DATA, wanted).stream()
                .map(entry -> new Violation("", "left behind: %s %s".formatted(entry, entry.command())))
                .toList();
    }

    private String summary(Accepted accepted, Map<String, Document> jobs) {
        var ends = jobs.values().stream()
                .collect(Collectors.groupingBy(
                        job -> job.getString("failure") == null
                                ? job.getString("status").toLowerCase(Locale.ROOT)
                                : job.getString("failure"),
                        Collectors.counting()));
        return "seed %d, %d s: %d jobs accepted (answers %s), ended %s, %d violations"
                .formatted(
                        seed, length.toSeconds(), accepted.jobs().size(), accepted.outcomes(), ends, violations.size());
    }

    private List<String> told(Histories histories) {
        return violations.stream()
                .map(violation -> violation.job().isEmpty()
                        ? violation.toString()
                        : violation + "\n    " + String.join("\n    ", histories.of(violation.job())))
                .toList();
    }
}
