package io.capitune.auth;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many at once. */
public final class Crowd {

    private Crowd() {}

    /** Does the same that many times over, each time in a thread of its own; the results. */
    public static <T> List<T> atOnce(int times, Callable<T> call) {
        return atOnce(Collections.nCopies(times, call));
    }

    /** Does both, each in a thread of its own; the results, in their order. */
    public static <T> List<T> atOnce(Callable<T> one, Callable<T> other) {
        return atOnce(List.of(one, other));
    }

    /** Does each of these in a thread of its own; the results, in their order. */
    public static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Crowd::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new AssertionError("one of them failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
