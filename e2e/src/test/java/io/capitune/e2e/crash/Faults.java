package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does what a schedule says, each fault when its time has come and there is something for it to hit, and tells the diary what it
 * met.
 */
final class Faults implements AutoCloseable {

    /** Faults overlap; none may keep another from its time. */
    private static final int THREADS = 6;

    private static final Duration NEXT_TRY = Duration.ofMillis(300);

    /** How long kinds that have hit nothing may still do so: on a machine that does too much else, mails wait for a minute. */
    private static final Duration OVERTIME = Duration.ofSeconds(45);

    /** What befalls a whole service waits no longer for the workers to have something to do. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    /** A server that is killed forgets claims that it had not yet written down; their workers do not know at once. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(1);

    /** A file that nobody wants is deleted sooner, and that a worker has ended is seen within a second. */
    private static final Duration LAST_FILES = Duration.ofSeconds(2);

    /** So long it may take to be started again, and to take writes. */
    private static final Duration UP_AGAIN = Duration.ofSeconds(15);

    private final FaultyBucket bucket;
    private final Ill mail;
    private final Diary diary;
    private final Supervisor supervisor;
    private final Sightings sightings;
    private final Work work;
    private final Hits hits = new Hits();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final ConcurrentHashMap<ProcessTable.Entry, Schedule.Planned> frozen = new ConcurrentHashMap<>();

    Faults(CrashSystem system, Sightings sightings, Diary diary) {
        this.bucket = system.bucket();
        this.mail = system.mails().ill();
        this.supervisor = new Supervisor(system.system());
        this.work = new Work(system.system());
        this.sightings = sightings;
        this.diary = diary;
    }

    /** Returns when the schedule's time is over, or a while later where some kind has hit nothing yet; every fault is over then. */
    void run(Schedule schedule) throws InterruptedException {
        var start = System.nanoTime();
        for (var fault : schedule.faults()) {
            later(fault.at(), fault, () -> strike(fault, start + fault.at().toNanos()));
        }
        threads.awaitTermination(schedule.length().toMillis(), TimeUnit.MILLISECONDS);
        for (var end = System.nanoTime() + OVERTIME.toNanos(); hasMissed(schedule) && System.nanoTime() < end; ) {
            threads.awaitTermination(NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
        }
        threads.shutdownNow();
        threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        end();
    }

    private boolean hasMissed(Schedule schedule) {
        return !hits().violations(schedule).isEmpty();
    }

    /** Which of them hit anything. */
    Hits hits() {
        hits.addAll(mail.met());
        hits.addAll(bucket.ill().met());
        return hits;
    }

    private void end() {
        mail.recover();
        bucket.ill().recover();
        frozen.keySet().forEach(entry -> entry.signal("CONT"));
        supervisor.thawAll();
    }

    private void later(Duration wait, Schedule.Planned fault, Runnable act) {
        try {
            threads.schedule(() -> tried(fault, act), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            // It comes too late: the time is over.
        }
    }

    private void tried(Schedule.Planned fault, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException | Error e) {
            diary.note("%s could not be done: %s".formatted(fault.fault(), e));
        }
    }

    private void strike(Schedule.Planned planned, long dueNanos) {
        var fault = planned.fault();
        var struck = fault.ofMail() || fault.ofStorage()
                ? fallIll(fault.ofMail() ? mail : bucket.ill(), planned)
                : struckProcess(planned, System.nanoTime() - dueNanos > LONGEST_WAIT.toNanos());
        if (!struck) {
            later(NEXT_TRY, planned, () -> strike(planned, dueNanos));
        }
    }

    private boolean struckProcess(Schedule.Planned planned, boolean waitedLong) {
        if (!waitedLong && !work.isUnderWay()) {
            return false;
        }
        var table = ProcessTable.of(CrashSystem.DATA);
        sightings.note(table);
        return new Victims(table, work)
                .of(planned)
                .filter(victim -> befalls(victim, planned))
                .isPresent();
    }

    private boolean befalls(ProcessTable.Entry victim, Schedule.Planned planned) {
        return switch (planned.fault()) {
            case WORKER_KILLED -> endWorker("KILL", victim, planned);
            case WORKER_STOPPED -> endWorker("TERM", victim, planned);
            case RENDER_DOWN -> down("KILL", victim, planned);
            case MONGODB_KILLED -> {
                var now = System.nanoTime();
                var back = now + planned.lasting().plus(UP_AGAIN).toNanos();
                bucket.log().excuse(now - FORGOTTEN.toNanos(), back);
                yield down("KILL", victim, planned);
            }
            case MONGODB_STOPPED -> down("TERM", victim, planned);
            case WORKER_FROZEN, RENDER_FROZEN, MONGODB_FROZEN -> freeze(victim, planned);
            default -> signal("KILL", victim, planned);
        };
    }

    private boolean signal(String signal, ProcessTable.Entry victim, Schedule.Planned planned) {
        if (!victim.signal(signal)) {
            return false;
        }
        hits.add(planned.fault());
        diary.note("%s  %s".formatted(planned.fault(), victim));
        return true;
    }

    /**
     * What it wrote last may be left though no lease was lost: the file of a job that failed, or was put back, is deleted after
     * that is written.
     */
    private boolean endWorker(String signal, ProcessTable.Entry victim, Schedule.Planned planned) {
        var process = ProcessHandle.of(victim.pid());
        if (!signal(signal, victim, planned)) {
            return false;
        }
        process.ifPresent(worker -> worker.onExit().thenRun(this::excuseLastFiles));
        return true;
    }

    private void excuseLastFiles() {
        var now = System.nanoTime();
        bucket.log().excuse(now - LAST_FILES.toNanos(), now);
    }

    /** Ends it, and keeps it away for a while: nobody starts anything again meanwhile. */
    private boolean down(String signal, ProcessTable.Entry victim, Schedule.Planned planned) {
        supervisor.freeze();
        later(planned.lasting(), planned, supervisor::thaw);
        return signal(signal, victim, planned);
    }

    private boolean freeze(ProcessTable.Entry victim, Schedule.Planned planned) {
        if (!signal("STOP", victim, planned)) {
            return false;
        }
        frozen.put(victim, planned);
        later(planned.lasting(), planned, () -> thaw(victim, planned));
        return true;
    }

    private void thaw(ProcessTable.Entry entry, Schedule.Planned planned) {
        // Where it was frozen once more meanwhile, the later fault lets it go.
        if (frozen.remove(entry, planned) && entry.signal("CONT")) {
            diary.note("%s is over for %s".formatted(planned.fault(), entry));
        }
    }

    private boolean fallIll(Ill server, Schedule.Planned planned) {
        if (!server.fallIll(planned)) {
            return false;
        }
        diary.note("%s  for %.1f s".formatted(planned.fault(), planned.lasting().toMillis() / 1000.0));
        later(planned.lasting(), planned, () -> recover(server, planned));
        return true;
    }

    private void recover(Ill server, Schedule.Planned planned) {
        if (!server.recoverFrom(planned)) {
            later(NEXT_TRY, planned, () -> recover(server, planned));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        end();
    }
}
