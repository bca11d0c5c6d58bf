package io.capitune.worker.lease;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.Stage;
import io.capitune.worker.WorkerConfig;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that this worker holds. Their leases are renewed while they are worked on, and people are told of the stages that last:
 * most jobs are done before anybody could look, and would pay for each stage with a write. A claim that is found to be lost is
 * held no more, and its work ends at once where it waits.
 */
@ApplicationScoped
public class HeldClaims {

    private static final Logger LOG = Logger.getLogger(HeldClaims.class);

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Changes changes = new Changes();
    private final JobQueue queue;
    private final WorkerConfig config;

    /** Holds none yet. */
    public HeldClaims(JobQueue queue, WorkerConfig config) {
        this.queue = queue;
        this.config = config;
    }

    private static final class Held {

        private final Claim claim;
        private volatile @Nullable Thread worker;
        private volatile Stage stage = Stage.COMPOSING;
        private volatile long sinceNanos = System.nanoTime();
        private volatile Stage told = Stage.COMPOSING;
        private volatile boolean settling;

        Held(Claim claim) {
            this.claim = claim;
        }
    }

    /** From now on the claim is held. */
    public void add(Claim claim) {
        held.putIfAbsent(claim.token(), new Held(claim));
    }

    /**
     * From now on the calling thread works on the claim.
     *
     * @throws ClaimLostException where it is not held any more, since it was put back before anybody came to it
     */
    public void begin(Claim claim) {
        var mine = held.get(claim.token());
        if (mine == null) {
            throw new ClaimLostException();
        }
        mine.worker = Thread.currentThread();
    }

    /** Nothing more is done for the claim. */
    public void remove(Claim claim) {
        held.remove(claim.token());
        changes.happened();
    }

    /** Ends the work on a claim that was given up: at once where it waits for something that can be interrupted. */
    public void abandon(Claim claim) {
        var mine = held.remove(claim.token());
        var worker = mine == null ? null : mine.worker;
        if (worker != null) {
            worker.interrupt();
        }
        changes.happened();
    }

    /** Ends the work on a claim that is ours no more; what is being stored or settled may be that because it has ended. */
    private void lose(Claim claim) {
        var mine = held.get(claim.token());
        if (mine == null) {
            return;
        }
        synchronized (mine) {
            if (mine.stage == Stage.STORING || mine.settling) {
                remove(claim);
            } else {
                abandon(claim);
            }
        }
    }

    /** Waits until none is held; false where some still are after {@code limit}. */
    public boolean awaitNone(Duration limit) throws InterruptedException {
        return changes.await(held::isEmpty, limit);
    }

    /** Waits until the claim is not held any more, for {@code limit} at most; an interrupt ends the claim. */
    public void awaitEnd(Claim claim, Duration limit) {
        try {
            changes.await(() -> !holds(claim), limit);
        } catch (InterruptedException e) {
            remove(claim);
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing was heard yet of the claim being lost. */
    public boolean holds(Claim claim) {
        return held.containsKey(claim.token());
    }

    /**
     * The job's work goes on to {@code stage}.
     *
     * @throws ClaimLostException where it is known not to be ours any more; whether it still is, only the fenced writes tell
     */
    public void enter(Claim claim, Stage stage) {
        var mine = held.get(claim.token());
        if (mine == null) {
            throw new ClaimLostException();
        }
        synchronized (mine) {
            if (!holds(claim)) {
                throw new ClaimLostException();
            }
            mine.stage = stage;
            mine.sinceNanos = System.nanoTime();
        }
    }

    /** What is written of the claim from now on is what ends it, if it is still held. */
    public void settle(Claim claim) {
        var mine = held.get(claim.token());
        if (mine != null) {
            synchronized (mine) {
                mine.settling = true;
            }
        }
    }

    /** How many are held. */
    public int count() {
        return held.size();
    }

    /** Those that are at one of the stages now. */
    public List<Claim> at(Predicate<Stage> stages) {
        return held.values().stream()
                .filter(mine -> stages.test(mine.stage))
                .map(mine -> mine.claim)
                .toList();
    }

    @Scheduled(every = "${capitune.worker.renewal}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        giveUpWhatHangs();
        Collection<Claim> claims = at(any -> true);
        if (claims.isEmpty()) {
            return;
        }
        try {
            queue.renew(claims, config.lease()).forEach(this::lose);
        } catch (MongoException e) {
            LOG.warn("Leases cannot be renewed: MongoDB is away");
        }
    }

    /** A model may take its time, and has limits of its own; what else takes so long would be leased for ever. */
    private void giveUpWhatHangs() {
        for (var mine : held.values()) {
            if (mine.stage != Stage.COMPOSING
                    && System.nanoTime() - mine.sinceNanos
                            > config.longestStage().toNanos()) {
                LOG.errorf(
                        "Job %s hangs while %s: its lease is let go",
                        mine.claim.job().id(), mine.stage);
                abandon(mine.claim);
            }
        }
    }

    @Scheduled(every = "${capitune.worker.telling}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        try {
            held.values().stream()
                    .filter(mine -> mine.stage != mine.told && !mine.settling)
                    .forEach(this::tell);
        } catch (MongoException e) {
            LOG.debug("Stages are not told: MongoDB is away");
        }
    }

    private void tell(Held mine) {
        var stage = mine.stage;
        if (queue.enter(mine.claim, stage)) {
            mine.told = stage;
        } else {
            lose(mine.claim);
        }
    }
}
