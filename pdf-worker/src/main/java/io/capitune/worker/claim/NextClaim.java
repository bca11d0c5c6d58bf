package io.capitune.worker.claim;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.Claim;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.SuspectJobs;
import io.capitune.worker.WorkerConfig;
import io.capitune.worker.lease.HeldClaims;
import org.jspecify.annotations.Nullable;

/**
 * What a worker claims next. A job that may be what kills workers is claimed by one that holds nothing else, and is then all that
 * it holds: a busy worker comes to it by claiming nothing until what it holds has ended, and no other one stops for it meanwhile.
 * Where many are suspect, the others get every second half minute. Belongs to the thread that claims.
 */
@ApplicationScoped
class NextClaim {

    /** How long after it was last seen coming, such as when it died, another worker may come for the suspect. */
    private static final Duration COMES_WITHIN = Duration.ofMinutes(1);

    private static final Duration TURN = Duration.ofSeconds(30);

    private final JobQueue queue;
    private final SuspectJobs suspects;
    private final HeldClaims held;
    private final WorkerConfig config;
    private @Nullable String reserved;
    private long reservedNanos;
    private @Nullable Claim suspect;
    private long turnBeganNanos;
    private long turnDueNanos = System.nanoTime();
    private boolean inTurn;
    private volatile boolean alone;

    NextClaim(JobQueue queue, SuspectJobs suspects, HeldClaims held, WorkerConfig config) {
        this.queue = queue;
        this.suspects = suspects;
        this.held = held;
        this.config = config;
    }

    /** Claims what comes next for a worker that may hold {@code most}; empty where nothing waits, or it holds enough. */
    Optional<Claim> claim(int most) {
        alone = isSuspectInHand() || isSuspectReserved();
        if (alone) {
            return held.count() == 0 ? claimReserved() : onTheWay();
        }
        return held.count() < most ? queue.claim(config.lease()) : Optional.empty();
    }

    /** Whether the end of what is held is waited for. */
    boolean waitsForEnds() {
        return alone;
    }

    private boolean isSuspectInHand() {
        return suspect != null && held.holds(suspect);
    }

    private boolean isSuspectReserved() {
        if (reserved == null && System.nanoTime() - turnDueNanos >= 0) {
            reserve();
        }
        return reserved != null;
    }

    private void reserve() {
        var now = System.nanoTime();
        if (!inTurn) {
            turnBeganNanos = now;
        }
        var turn = Duration.ofNanos(now - turnBeganNanos);
        reserved = turn.compareTo(TURN) < 0 ? suspects.reserve(COMES_WITHIN).orElse(null) : null;
        reservedNanos = now;
        inTurn = reserved != null;
        if (!inTurn) {
            var pause = turn.compareTo(config.poll()) < 0 ? config.poll() : turn;
            turnDueNanos = now + pause.toNanos();
        }
    }

    /** Claims nothing yet; what it holds may take longer than the reservation, as where a model answers slowly. */
    private Optional<Claim> onTheWay() {
        var now = System.nanoTime();
        if (reserved != null && now - reservedNanos >= config.poll().toNanos()) {
            reservedNanos = now;
            if (!suspects.reserveLonger(reserved, COMES_WITHIN)) {
                reserved = null;
            }
        }
        return Optional.empty();
    }

    private Optional<Claim> claimReserved() {
        var id = reserved;
        reserved = null;
        var claim = suspects.claim(id, config.lease());
        suspect = claim.orElse(null);
        return claim;
    }
}
