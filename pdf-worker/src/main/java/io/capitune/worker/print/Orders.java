package io.capitune.worker.print;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.capitune.worker.RecentMean;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be printed, first come, first served. Of several idle lanes the one that waits the shortest gets the next order:
 * its browser is the warmest, and those that are not needed stay asleep.
 */
final class Orders {

    /**
     * A document and whoever waits for its print.
     *
     * @param begins is told when a lane begins; where it throws, nothing is printed
     */
    record Order(String html, Runnable begins, CompletableFuture<byte[]> result) {

        Order(String html, Runnable begins) {
            this(html, begins, new CompletableFuture<>());
        }

        /** Tells that a lane begins; false where nobody wants it any more. */
        boolean begin() {
            try {
                begins.run();
                return true;
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
                return false;
            }
        }
    }

    /** Where an idle lane waits to be handed an order. */
    private static final class Desk {

        private final Condition filled;
        private @Nullable Order order;

        Desk(Condition filled) {
            this.filled = filled;
        }
    }

    private static final double FIRST_GUESS_SECONDS = 0.05;

    private final RecentMean seconds = new RecentMean(FIRST_GUESS_SECONDS);
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Order> waiting = new ArrayDeque<>();
    private final Deque<Desk> idle = new ArrayDeque<>();

    void add(Order order) {
        lock.lock();
        try {
            var desk = idle.poll();
            if (desk == null) {
                waiting.add(order);
            } else {
                desk.order = order;
                desk.filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what no lane has begun. */
    void remove(Order order) {
        lock.lock();
        try {
            waiting.remove(order);
        } finally {
            lock.unlock();
        }
    }

    /** The next order; null where none came within {@code patience}. */
    @Nullable
    Order take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var first = waiting.poll();
            return first == null ? handedOver(patience) : first;
        } finally {
            lock.unlock();
        }
    }

    /** A lane printed one in so long. */
    void printed(Duration time) {
        seconds.add(time.toNanos() / 1e9);
    }

    /** How long a lane takes for one, by the latest prints. */
    double seconds() {
        return seconds.get();
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Order handedOver(Duration patience) throws InterruptedException {
        var desk = new Desk(lock.newCondition());
        idle.push(desk);
        try {
            var left = patience.toNanos();
            while (desk.order == null && left > 0) {
                left = desk.filled.awaitNanos(left);
            }
        } finally {
            idle.remove(desk);
        }
        return desk.order;
    }
}
