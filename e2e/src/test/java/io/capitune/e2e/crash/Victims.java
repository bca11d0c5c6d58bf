package io.capitune.e2e.crash;

import java.util.List;
import java.util.Optional;

/**
 * Whom a fault befalls: where it is about workers, their browsers or drivers, one of a worker that has jobs in hand. An idle one
 * has nothing to lose.
 */
final class Victims {

    private final ProcessTable table;
    private final Work work;

    Victims(ProcessTable table, Work work) {
        this.table = table;
        this.work = work;
    }

    /** The one that the schedule's choice falls on; empty where there is none now. */
    Optional<ProcessTable.Entry> of(Schedule.Planned planned) {
        return switch (planned.fault()) {
            case WORKER_KILLED, WORKER_STOPPED, WORKER_FROZEN -> atWork(table.workers(), planned.choice());
            case BROWSER_KILLED -> atWork(table.browsers(), planned.choice());
            case DRIVER_KILLED -> atWork(table.drivers(), planned.choice());
            case NOTIFICATION_KILLED -> table.main("notification-service");
            case CV_JOB_KILLED -> table.main("cv-job-service");
            case AUTH_KILLED -> table.main("auth-service");
            case RENDER_DOWN, RENDER_FROZEN -> table.main("render-service");
            case MONGODB_KILLED, MONGODB_STOPPED, MONGODB_FROZEN -> table.main("mongod");
            default -> throw new IllegalArgumentException(planned.fault() + " is about no process");
        };
    }

    private Optional<ProcessTable.Entry> atWork(List<ProcessTable.Entry> all, int choice) {
        var busy = all.stream().filter(entry -> work.inHand(entry.name()) > 0).toList();
        return busy.isEmpty() ? Optional.empty() : Optional.of(busy.get(choice % busy.size()));
    }
}
