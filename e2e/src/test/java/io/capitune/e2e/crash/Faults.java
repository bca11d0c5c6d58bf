package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what a schedule says, each fault when its time has come, and tells the diary what it met. */
final class Faults implements AutoCloseable {

    /** Faults overlap; none may keep another from its time. */
    private static final int THREADS = 6;

    private final Ill mail;
    private final Ill storage;
    private final Diary diary;
    private final Supervisor supervisor;
    private final Sightings sightings;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final ConcurrentHashMap<ProcessTable.Entry, Schedule.Planned> frozen = new ConcurrentHashMap<>();
    private final AtomicInteger interruptions = new AtomicInteger();

    Faults(CrashSystem system, Sightings sightings, Diary diary) {
        this.mail = system.mails().ill();
        this.storage = system.bucket().ill();
        this.supervisor = new Supervisor(system.system());
        this.sightings = sightings;
        this.diary = diary;
    }

    /** Returns when the schedule's time is over; every fault is over then. */
    void run(Schedule schedule) throws InterruptedException {
        for (var fault : schedule.faults()) {
            later(fault.at(), fault, () -> begin(fault));
        }
        threads.schedule(threads::shutdownNow, schedule.length().toMillis(), TimeUnit.MILLISECONDS);
        threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        end();
    }

    /** How often workers were parted from their jobs. */
    int interruptions() {
        return interruptions.get();
    }

    private void end() {
        mail.recover();
        storage.recover();
        frozen.keySet().forEach(entry -> entry.signal("CONT"));
        supervisor.thawAll();
    }

    private void later(Duration wait, Schedule.Planned fault, Runnable act) {
        threads.schedule(
                () -> {
                    try {
                        act.run();
                    } catch (RuntimeException | Error e) {
                        diary.note("%s could not be done: %s".formatted(fault.fault(), e));
                    }
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void begin(Schedule.Planned planned) {
        var table = ProcessTable.of(CrashSystem.DATA);
        sightings.note(table);
        switch (planned.fault()) {
            case WORKER_KILLED -> signal("KILL", chosen(table.workers(), planned), planned);
            case WORKER_FROZEN -> freeze(chosen(table.workers(), planned), planned);
            case BROWSER_KILLED -> signal("KILL", chosen(table.browsers(), planned), planned);
            case DRIVER_KILLED -> signal("KILL", chosen(table.drivers(), planned), planned);
            case NOTIFICATION_KILLED -> signal("KILL", table.main("notification-service"), planned);
            case CV_JOB_KILLED -> signal("KILL", table.main("cv-job-service"), planned);
            case AUTH_KILLED -> signal("KILL", table.main("auth-service"), planned);
            case RENDER_DOWN -> down("KILL", table.main("render-service"), planned);
            case RENDER_FROZEN -> freeze(table.main("render-service"), planned);
            case MONGODB_KILLED -> down("KILL", table.main("mongod"), planned);
            case MONGODB_STOPPED -> down("TERM", table.main("mongod"), planned);
            case MONGODB_FROZEN -> freeze(table.main("mongod"), planned);
            default -> fallIll(planned.fault().ofMail() ? mail : storage, planned);
        }
    }

    private static Optional<ProcessTable.Entry> chosen(List<ProcessTable.Entry> from, Schedule.Planned planned) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(planned.choice() % from.size()));
    }

    private void signal(String signal, Optional<ProcessTable.Entry> victim, Schedule.Planned planned) {
        var hit = victim.filter(entry -> entry.signal(signal));
        if (hit.isPresent() && planned.fault().partsWorkerFromItsJobs()) {
            interruptions.incrementAndGet();
        }
        diary.note("%s  %s".formatted(planned.fault(), hit.map(Object::toString).orElse("none is there to be hit")));
    }

    /** Ends it, and keeps it away for a while: nobody starts anything again meanwhile. */
    private void down(String signal, Optional<ProcessTable.Entry> victim, Schedule.Planned planned) {
        supervisor.freeze();
        later(planned.lasting(), planned, supervisor::thaw);
        signal(signal, victim, planned);
    }

    private void freeze(Optional<ProcessTable.Entry> victim, Schedule.Planned planned) {
        signal("STOP", victim, planned);
        victim.ifPresent(entry -> {
            frozen.put(entry, planned);
            later(planned.lasting(), planned, () -> thaw(entry, planned));
        });
    }

    private void thaw(ProcessTable.Entry entry, Schedule.Planned planned) {
        // Where it was frozen once more meanwhile, the later fault lets it go.
        if (frozen.remove(entry, planned) && entry.signal("CONT")) {
            diary.note("%s is over for %s".formatted(planned.fault(), entry));
        }
    }

    private void fallIll(Ill server, Schedule.Planned planned) {
        server.fallIll(planned);
        diary.note("%s  for %.1f s".formatted(planned.fault(), planned.lasting().toMillis() / 1000.0));
        later(planned.lasting(), planned, () -> server.recoverFrom(planned));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        end();
    }
}
