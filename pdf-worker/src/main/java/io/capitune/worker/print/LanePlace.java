package io.capitune.worker.print;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A place for one lane. It is filled again when its lane has ended, after a pause that doubles while none comes up; a lane that is
 * worn out goes on until its successor is warm. Belongs to the thread that tends the pool.
 */
final class LanePlace {

    private static final Logger LOG = Logger.getLogger(LanePlace.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final LanePool.Maker maker;
    private @Nullable Lane lane;
    private @Nullable Lane successor;
    private long bytes;
    private Duration pause = SHORTEST_PAUSE;
    private long notBeforeNanos = System.nanoTime();

    LanePlace(LanePool.Maker maker) {
        this.maker = maker;
    }

    /** The lane that serves here, and the one that is being made. */
    List<Lane> lanes() {
        return Stream.of(lane, successor).filter(Objects::nonNull).toList();
    }

    boolean isReady() {
        return lane != null && lane.isReady();
    }

    boolean hasSuccessor() {
        return successor != null;
    }

    /** Memory of its lane's processes as last weighed. */
    long bytes() {
        return bytes;
    }

    void weigh() {
        bytes = lane == null ? 0 : lane.privateBytes();
    }

    /** Fills the place where its lane has ended. */
    void fill() {
        lanes().forEach(Lane::killIfSilent);
        if (successor != null && successor.isEnded()) {
            successor = null;
            waitLonger();
        }
        if (lane != null && lane.isEnded()) {
            lane = null;
            waitLonger();
        }
        if (lane == null && successor != null) {
            lane = successor;
            successor = null;
        } else if (lane == null && isDue()) {
            lane = maker.make();
        }
        if (isReady()) {
            pause = SHORTEST_PAUSE;
        }
    }

    /** Whether its lane has done enough, and another try at replacing it is due. */
    boolean wantsSuccessor(LanePool.Limits limits) {
        return lane != null
                && lane.isReady()
                && successor == null
                && isDue()
                && (lane.prints() >= limits.prints() || bytes > limits.bytes());
    }

    void prepareSuccessor() {
        successor = maker.make();
    }

    /** Puts the successor to work once it is warm; returns the lane that it replaces, which retires. */
    @Nullable
    Lane succeed() {
        if (lane == null || successor == null || !successor.isReady()) {
            return null;
        }
        LOG.debugf("A lane makes place after %d prints, at %d MB", lane.prints(), bytes >> 20);
        var old = lane;
        old.retire();
        lane = successor;
        successor = null;
        bytes = 0;
        return old;
    }

    private boolean isDue() {
        return System.nanoTime() - notBeforeNanos >= 0;
    }

    private void waitLonger() {
        notBeforeNanos = System.nanoTime() + pause.toNanos();
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
