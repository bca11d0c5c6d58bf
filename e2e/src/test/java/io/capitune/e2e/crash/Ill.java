package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What ails a server now, if anything. The last fault counts. */
final class Ill {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Schedule.Planned present;

    /** The present fault; null while it is well. */
    Fault with() {
        lock.lock();
        try {
            return present == null ? null : present.fault();
        } finally {
            lock.unlock();
        }
    }

    void fallIll(Schedule.Planned fault) {
        become(fault);
    }

    /** Ends that fault, unless another one came since. */
    void recoverFrom(Schedule.Planned fault) {
        lock.lock();
        try {
            if (Objects.equals(present, fault)) {
                become(null);
            }
        } finally {
            lock.unlock();
        }
    }

    void recover() {
        become(null);
    }

    private void become(Schedule.Planned fault) {
        lock.lock();
        try {
            present = fault;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
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
