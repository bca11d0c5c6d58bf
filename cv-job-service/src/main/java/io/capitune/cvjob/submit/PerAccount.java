package io.capitune.cvjob.submit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.capitune.cvjob.CvJobConfig;
import io.capitune.platform.error.ProblemException;

/**
 * Lets the transactions of one account run one after the other in this process. They all write its counter, so that the database
 * lets only one of them through at a time and has the others begin anew, each time for nothing: enough of them at once, such as the
 * repeated requests of somebody who gets no answer, would keep each other from ever ending. What is decided stays decided in the
 * database, also between replicas.
 */
@ApplicationScoped
class PerAccount {

    /** More than run at once, so that accounts seldom share one. */
    private static final int LOCKS = 256;

    private final Lock[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock(true)).toArray(Lock[]::new);
    private final Duration patience;

    @Inject
    PerAccount(CvJobConfig config) {
        this(config.rate().patience());
    }

    PerAccount(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs the work when its turn comes.
     *
     * @throws ProblemException 503 {@code BUSY} where it does not come within the patience; nothing was done then
     */
    <T> T inTurn(String account, Supplier<T> work) {
        var lock = locks[Math.floorMod(account.hashCode(), LOCKS)];
        if (!taken(lock)) {
            throw new ProblemException(503, "BUSY", "Too many requests of this account are under way; try again.")
                    .header("Retry-After", "2");
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean taken(Lock lock) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
