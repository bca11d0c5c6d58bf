package io.capitune.worker.print;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps a fixed number of places filled with lanes: replaces what is silent, ill or worn out. One thread calls {@link #tend} again
 * and again.
 */
final class LanePool {

    private static final Duration WEIGHED_EVERY = Duration.ofSeconds(5);

    /** How a lane is made. */
    interface Maker {
        Lane make();
    }

    /** When a lane has to make place for another: after so many prints, or beyond so much memory. */
    record Limits(int prints, long bytes) {}

    private final Limits limits;
    private final List<LanePlace> places;
    private final List<Lane> leaving = new ArrayList<>();
    private long weighedNanos = System.nanoTime();
    private volatile int readyLanes;
    private volatile long privateBytes;
    private volatile int recycled;

    LanePool(int size, Limits limits, Maker maker) {
        this.limits = limits;
        this.places =
                IntStream.range(0, size).mapToObj(i -> new LanePlace(maker)).toList();
    }

    /** How many lanes could print, when they were last looked at. */
    int readyLanes() {
        return readyLanes;
    }

    /** Memory of all browsers and drivers that they share with nobody, in bytes, as last weighed. */
    long privateBytes() {
        return privateBytes;
    }

    /** How many lanes have made place for another in good order. */
    int recycled() {
        return recycled;
    }

    /** Looks after all places once. */
    synchronized void tend() {
        places.forEach(LanePlace::fill);
        weigh();
        recycle();
        leaving.forEach(Lane::killIfSilent);
        leaving.removeIf(Lane::isEnded);
        readyLanes = (int) places.stream().filter(LanePlace::isReady).count();
    }

    /** Ends all lanes, those that print after {@code grace} at the latest. */
    synchronized void stop(Duration grace) {
        var all = new ArrayList<>(leaving);
        places.forEach(place -> all.addAll(place.lanes()));
        all.forEach(Lane::retire);
        all.forEach(lane -> lane.stop(grace));
        readyLanes = 0;
    }

    /** One lane at a time, so that recycling never takes more than one lane's memory on top. */
    private void recycle() {
        for (var place : places) {
            var old = place.succeed();
            if (old != null) {
                leaving.add(old);
                recycled++;
            }
        }
        if (leaving.isEmpty() && places.stream().noneMatch(LanePlace::hasSuccessor)) {
            places.stream()
                    .filter(place -> place.wantsSuccessor(limits))
                    .findFirst()
                    .ifPresent(LanePlace::prepareSuccessor);
        }
    }

    private void weigh() {
        if (System.nanoTime() - weighedNanos >= WEIGHED_EVERY.toNanos()) {
            weighedNanos = System.nanoTime();
            places.forEach(LanePlace::weigh);
            privateBytes = places.stream().mapToLong(LanePlace::bytes).sum()
                    + leaving.stream().mapToLong(Lane::privateBytes).sum();
        }
    }
}
