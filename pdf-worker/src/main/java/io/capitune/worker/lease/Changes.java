package io.capitune.worker.lease;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Where threads wait for what others do. */
final class Changes {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();

    /** Something has changed; called after it has. */
    void happened() {
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is so; false where it still is not after {@code limit}. */
    boolean await(BooleanSupplier isSo, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            var left = limit.toNanos();
            while (!isSo.getAsBoolean() && left > 0) {
                left = change.awaitNanos(left);
            }
            return isSo.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
