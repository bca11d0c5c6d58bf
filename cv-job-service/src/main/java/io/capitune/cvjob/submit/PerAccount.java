package io.capitune.cvjob.submit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets the transactions of one account run one after the other in this process. They all write its counter, so that the database
 * lets only one of them through at a time and has the others begin anew, each time for nothing. Only a courtesy to the database:
 * what is decided stays decided there, also between replicas.
 */
@ApplicationScoped
class PerAccount {

    /** More than run at once, so that accounts seldom share one. */
    private static final int LOCKS = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Lock[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock(true)).toArray(Lock[]::new);

    /** Runs the work when its turn comes, or after five seconds all the same. */
    <T> T inTurn(String account, Supplier<T> work) {
        var lock = locks[Math.floorMod(account.hashCode(), LOCKS)];
        var mine = taken(lock);
        try {
            return work.get();
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    private static boolean taken(Lock lock) {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
