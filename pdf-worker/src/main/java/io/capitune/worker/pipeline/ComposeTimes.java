package io.capitune.worker.pipeline;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.worker.RecentMean;

/** How long compositions take, by the latest ones. */
@ApplicationScoped
public class ComposeTimes {

    /** Before any was made: enough that the first jobs of a worker do not wait for each other's answers. */
    private static final double FIRST_GUESS_SECONDS = 2;

    private final RecentMean seconds = new RecentMean(FIRST_GUESS_SECONDS);

    /** Seconds that one takes. */
    public double seconds() {
        return seconds.get();
    }

    <T> T measure(Supplier<T> composition) {
        var began = System.nanoTime();
        var made = composition.get();
        seconds.add((System.nanoTime() - began) / 1e9);
        return made;
    }
}
