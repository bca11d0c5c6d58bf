package io.capitune.bench.print;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.capitune.bench.target.Candidate;
import org.jspecify.annotations.Nullable;

/** Threads that print until told to end, each with a press of its own. */
final class Crew implements AutoCloseable {

    private final List<Thread> threads;
    private final AtomicInteger left = new AtomicInteger();
    private volatile CountDownLatch finished = new CountDownLatch(0);
    private volatile boolean ended;
    private volatile @Nullable RuntimeException failure;

    Crew(Contender contender, String html) {
        threads = IntStream.range(0, contender.clients())
                .mapToObj(i -> Thread.ofPlatform().daemon().start(() -> work(contender.presses(), html)))
                .toList();
    }

    /** Prints so many and returns how many a second. */
    double print(int count) throws InterruptedException {
        finished = new CountDownLatch(count);
        var began = System.nanoTime();
        left.set(count);
        while (!finished.await(1, TimeUnit.SECONDS)) {
            var failed = failure;
            if (failed != null) {
                throw failed;
            }
        }
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private void work(Supplier<Press> presses, String html) {
        try (var press = presses.get()) {
            while (!ended) {
                if (left.get() > 0 && left.getAndDecrement() > 0) {
                    press.print(html);
                    finished.countDown();
                } else {
                    Candidate.pause(1);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        ended = true;
        threads.forEach(Crew::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
