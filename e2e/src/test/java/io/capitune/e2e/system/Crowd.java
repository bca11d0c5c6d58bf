package io.capitune.e2e.system;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many at once. */
public final class Crowd {

    private Crowd() {}

    /** Does the same many times over, all beginning at one moment; gives the results in order. */
    public static <T> List<T> atOnce(int count, IntFunction<T> act) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> {
                        start.await();
                        return act.apply(i);
                    }))
                    .toList();
            start.countDown();
            return results.stream().map(Crowd::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
