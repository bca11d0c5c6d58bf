package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What ails a server now, if anything. A fault stays until it has met a request: only then it ends when its time is over, or gives
 * place to the next.
 */
final class Ill {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Schedule.Planned present;
    private boolean hasMet;
    private final Set<Fault> met = EnumSet.noneOf(Fault.class);

    /** What meets a request now; null where nothing does, or the fault does not concern it. */
    Fault meets(Predicate<Fault> concerned) {
        lock.lock();
        try {
            if (present == null || !concerned.test(present.fault())) {
                return null;
            }
            hasMet = true;
            met.add(present.fault());
            return present.fault();
        } finally {
            lock.unlock();
        }
    }

    /** The faults that have met a request until now. */
    Set<Fault> met() {
        lock.lock();
        try {
            return Set.copyOf(met);
        } finally {
            lock.unlock();
        }
    }

    /** Begins the fault; false where the present one has met nothing yet. */
    boolean fallIll(Schedule.Planned fault) {
        lock.lock();
        try {
            if (present != null && !hasMet) {
                return false;
            }
            become(fault);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends that fault, unless another one came since; false where it has met nothing yet. */
    boolean recoverFrom(Schedule.Planned fault) {
        lock.lock();
        try {
            if (!Objects.equals(present, fault)) {
                return true;
            }
            if (hasMet) {
                become(null);
            }
            return hasMet;
        } finally {
            lock.unlock();
        }
    }

    /** Ends whatever ails it. */
    void recover() {
        lock.lock();
        try {
            become(null);
        } finally {
            lock.unlock();
        }
    }

    private void become(Schedule.Planned fault) {
        present = fault;
        hasMet = fault == null;
        changed.signalAll();
    }

    /** Waits until the present fault is over. */
    void awaitWell() {
        lock.lock();
        try {
            for (var since = present; since != null && since == present; ) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The same, but no longer than that. */
    void awaitWell(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            var since = present;
            for (var left = limit.toNanos(); since != null && since == present && left > 0; ) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
