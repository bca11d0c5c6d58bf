package io.capitune.cvjob;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that begin at the same moment. */
public final class Together {

    private Together() {}

    /** Runs {@code act} in {@code threads} threads; all their results. */
    public static <T> List<T> run(int threads, Callable<T> act) throws InterruptedException {
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<Future<T>>();
            for (var i = 0; i < threads; i++) {
                results.add(pool.submit(() -> {
                    barrier.await();
                    return act.call();
                }));
            }
            var values = new ArrayList<T>();
            for (var result : results) {
                values.add(result.get());
            }
            return values;
        } catch (ExecutionException e) {
            throw new AssertionError("one of the threads failed", e.getCause());
        }
    }
}
