package io.capitune.notification.dispatch;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.capitune.notification.MailConfig;
import io.capitune.platform.event.ClaimedEvent;
import io.capitune.platform.event.EventQueue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.TypedGuard;
import org.jboss.logging.Logger;

/**
 * Claims events as long as the service runs, a bounded number at a time, each on a virtual thread. A change stream wakes it;
 * polling each second suffices alone. Stopping, it claims no more, lets what is under way finish, and hands back the rest.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HAND_BACK = Duration.ofSeconds(3);

    private final EventQueue queue;
    private final LetterWriters writers;
    private final Notification notification;
    private final MailConfig config;
    private final TypedGuard<Boolean> handingBack;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Dispatcher(EventQueue queue, LetterWriters writers, Notification notification, MailConfig config) {
        if (config.concurrency() < 1) {
            throw new IllegalStateException("capitune.mail.concurrency has to be at least 1");
        }
        this.queue = queue;
        this.writers = writers;
        this.notification = notification;
        this.config = config;
        this.handingBack = TypedGuard.create(Boolean.class)
                .withDescription("handing back")
                .withRetry()
                .maxRetries(-1)
                .delay(POLL.toMillis(), ChronoUnit.MILLIS)
                .maxDuration(config.lease().toMillis(), ChronoUnit.MILLIS)
                .whenException(away -> !stopping)
                .done()
                .build();
        this.free = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent started) {
        queue.watch(news::release);
        Thread.ofVirtual().name("dispatcher").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        news.release();
        if (!finished(config.stopGrace())) {
            underWay.forEach(Thread::interrupt);
            finished(HAND_BACK);
        }
    }

    private boolean finished(Duration limit) throws InterruptedException {
        return free.tryAcquire(config.concurrency(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            while (!stopping) {
                if (!takeOne()) {
                    news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeOne() throws InterruptedException {
        free.acquire();
        var claimed = stopping ? Optional.<ClaimedEvent>empty() : claim();
        if (claimed.isEmpty()) {
            free.release();
            return false;
        }
        Thread.ofVirtual().name("event-" + claimed.get().event().id()).start(() -> handle(claimed.get()));
        return true;
    }

    private Optional<ClaimedEvent> claim() {
        try {
            return queue.claim(writers.types(), config.lease());
        } catch (RuntimeException away) {
            LOG.debugf("No claim: %s", away.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private void handle(ClaimedEvent claimed) {
        underWay.add(Thread.currentThread());
        try {
            notification.handle(claimed, () -> stopping);
        } catch (RuntimeException away) {
            LOG.warnf(
                    "Event %s is not settled: %s",
                    claimed.event().id(), away.getClass().getSimpleName());
            handBack(claimed);
        } finally {
            underWay.remove(Thread.currentThread());
            free.release();
        }
    }

    /**
     * MongoDB did not take the outcome: the event is handed back as soon as it takes anything, and at the next try the mail is
     * the very same one. Where that does not come about, the lease ends and the event comes back by itself.
     */
    private void handBack(ClaimedEvent claimed) {
        // The interruption that ended a call must not end the write that hands the event back.
        Thread.interrupted();
        try {
            handingBack.get(() -> queue.retryAt(claimed, POLL, "UNSETTLED"));
        } catch (RuntimeException away) {
            LOG.warnf("Event %s waits for the end of its lease", claimed.event().id());
        }
    }
}
