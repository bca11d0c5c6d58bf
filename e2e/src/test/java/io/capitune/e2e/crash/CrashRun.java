package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One run: people submit all the time while things go wrong by a seeded schedule; then nothing goes wrong any more, the system
 * recovers by itself, every accepted job ends, everybody submits once more, which has to succeed, and everything is counted.
 */
public final class CrashRun {

    /** Until every process is ready again: the supervisor waits up to 30 s before it starts what died often. */
    private static final Duration HEALS_WITHIN = Duration.ofSeconds(120);

    /** Until nothing waits any more, once every process is ready: longer than any wait between two tries. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(90);

    private final Schedule schedule;
    private final Accepted accepted = new Accepted();
    private final Sightings sightings = new Sightings();
    private final List<Violation> violations = new ArrayList<>();

    private CrashRun(Schedule schedule) {
        this.schedule = schedule;
    }

    /** What came of it; good where nothing is in {@code violations}. */
    public record Outcome(String summary, List<String> violations) {}

    /** One that was not chosen by anybody. */
    public static long newSeed() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }

    /** Runs once; what happens is printed as it happens. */
    public static Outcome of(long seed, Duration length) throws InterruptedException {
        System.out.printf("crash test: seed %d, %d s%n", seed, length.toSeconds());
        try (var system = new CrashSystem()) {
            return new CrashRun(Schedule.of(seed, length)).run(system);
        }
    }

    private Outcome run(CrashSystem system) throws InterruptedException {
        try (var people = new Applicants(system.system(), schedule, accepted);
                var ledger = new Ledger(system.system())) {
            people.signIn(system.mails());
            try (var diary = new Diary(CrashSystem.logs().resolve("crash.log"))) {
                try (var faults = new Faults(system, sightings, diary)) {
                    diary.note("%d people are signed in and begin to submit"
                            .formatted(people.people().size()));
                    people.begin(schedule.seed());
                    faults.run(schedule);
                    people.stop();
                    diary.note("the faults are over");
                    return inspected(system, ledger, people, faults, diary);
                }
            }
        }
    }

    private Outcome inspected(CrashSystem system, Ledger ledger, Applicants people, Faults faults, Diary diary)
            throws InterruptedException {
        system.system().awaitHealed(HEALS_WITHIN);
        diary.note("every process is ready");
        if (!people.awaitAnswered(SETTLES_WITHIN)) {
            violations.add(new Violation("", "never answered: " + accepted.waiting()));
        }
        settle(ledger, diary);
        var afterwards = submittedOnceMore(people);
        settle(ledger, diary);
        var inspection = new Inspection(system, ledger, accepted, people.people(), afterwards);
        violations.addAll(faults.hits().violations(schedule));
        if (inspection.lostLeases() == 0) {
            violations.add(new Violation("", "no lease was lost: no fault came between a worker and its job"));
        }
        if (inspection.failedAsDue() == 0) {
            violations.add(
                    new Violation("", "no job failed that had to: no fault came between a worker and a failure"));
        }
        violations.addAll(new Leftovers(system.system().status(), sightings).violations());
        inspection.tidyUp();
        violations.addAll(inspection.violations());
        return new Outcome(
                "seed %d, %d s, %d faults of which %d kinds hit: %s, %d violations"
                        .formatted(
                                schedule.seed(),
                                schedule.length().toSeconds(),
                                schedule.faults().size(),
                                faults.hits().count(),
                                inspection.summary(),
                                violations.size()),
                violations.stream().map(inspection::told).toList());
    }

    private void settle(Ledger ledger, Diary diary) {
        quiet("jobs that have not ended", () -> ledger.unended() == 0);
        diary.note("every job has ended");
        quiet("events that nobody acted on", () -> ledger.openEvents() == 0);
        diary.note("every e-mail has gone");
    }

    private Set<String> submittedOnceMore(Applicants people) throws InterruptedException {
        var last = people.submitOnceMore(SETTLES_WITHIN);
        var silent = people.people().size() - last.size();
        if (silent > 0) {
            violations.add(new Violation("", "once all was well again, %d people could not submit".formatted(silent)));
        }
        return last.stream().map(Applicant.Job::id).collect(Collectors.toSet());
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
}
