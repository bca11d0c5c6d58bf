package io.capitune.worker.print;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One platform thread with one warm {@link Tab}. It takes orders from the queue that all lanes share; it makes its tab before
 * the first order, and again after so many prints, after an error, or after {@link #giveUp}.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

    private static final Duration IDLE = Duration.ofMillis(200);

    /** An order and whoever waits for it. */
    record Task(PrintOrder order, CompletableFuture<byte[]> result) {}

    private final BlockingQueue<Task> orders;
    private final Supplier<Tab> tabs;
    private final int recycleAfter;
    private final Thread thread;
    private volatile @Nullable Tab tab;
    private volatile @Nullable Task current;
    private volatile long startedNanos;
    private volatile boolean stopping;

    Lane(int number, BlockingQueue<Task> orders, Supplier<Tab> tabs, int recycleAfter) {
        this.orders = orders;
        this.tabs = tabs;
        this.recycleAfter = recycleAfter;
        this.thread = Thread.ofPlatform().name("print-lane-" + number).daemon().start(this::run);
    }

    /** Whether a warm tab stands ready. */
    boolean isReady() {
        return tab != null;
    }

    /** Whether the current print has taken longer than {@code limit}. */
    boolean isStuck(Duration limit) {
        return current != null && System.nanoTime() - startedNanos > limit.toNanos();
    }

    /** Fails the current print and kills its browser; the lane then makes a new tab. */
    void giveUp() {
        var stuck = current;
        var ill = tab;
        if (stuck != null && ill != null) {
            stuck.result().completeExceptionally(new PrintException("printing took too long", null));
            ill.kill();
        }
    }

    /** Ends the lane once its current print is done, or by force after {@code grace}. */
    void stop(Duration grace) {
        stopping = true;
        try {
            if (!thread.join(grace)) {
                var left = tab;
                if (left != null) {
                    left.kill();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                var fresh = tabs.get();
                tab = fresh;
                work(fresh);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("A print lane starts anew: %s", firstLine(e));
                pause();
            } finally {
                discard();
            }
        }
    }

    private void work(Tab fresh) throws InterruptedException {
        var isClear = true;
        for (var prints = 0; prints < recycleAfter && !stopping; ) {
            var task = orders.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (task != null) {
                print(fresh, task);
                isClear = false;
                prints++;
            } else if (!isClear) {
                // The next order would have taken the last document's place; nothing of a person stays in an idle tab.
                fresh.clear();
                isClear = true;
            }
        }
    }

    private void print(Tab fresh, Task task) {
        startedNanos = System.nanoTime();
        current = task;
        try {
            task.result().complete(fresh.print(task.order()));
        } catch (RuntimeException e) {
            task.result().completeExceptionally(new PrintException("the browser could not print", e));
            throw e;
        } finally {
            current = null;
        }
    }

    private void discard() {
        var old = tab;
        tab = null;
        if (old != null) {
            try {
                old.close();
            } catch (RuntimeException e) {
                old.kill();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RESTART_PAUSE);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static @Nullable String firstLine(RuntimeException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }
}
