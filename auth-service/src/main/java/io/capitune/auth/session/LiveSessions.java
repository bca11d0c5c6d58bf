package io.capitune.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.capitune.auth.AuthConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that this process knows. Each is looked up again after a few seconds; when MongoDB does not answer, a known one
 * goes on as it was until its own end.
 */
@ApplicationScoped
public class LiveSessions {

    private static final Logger LOG = Logger.getLogger(LiveSessions.class);

    // SessionLookup gives up after 1.5 s.
    private static final Duration LONGER_THAN_A_LOOK = Duration.ofSeconds(30);

    private final SessionLookup lookup;
    private final AuthConfig.Session config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Cache<SessionKey, SignedIn> known;
    // What was forgotten a moment ago, each time by another mark: a look that began before must not be remembered.
    private final Cache<SessionKey, Object> forgotten;
    private final ConcurrentMap<SessionKey, CompletableFuture<Optional<SignedIn>>> underWay = new ConcurrentHashMap<>();

    LiveSessions(SessionLookup lookup, AuthConfig config, Clock clock, MeterRegistry metrics) {
        this.lookup = lookup;
        this.config = config.session();
        this.clock = clock;
        this.metrics = metrics;
        this.known = Caffeine.newBuilder().maximumSize(this.config.remembered()).build();
        this.forgotten = Caffeine.newBuilder()
                .maximumSize(this.config.remembered())
                .expireAfterWrite(LONGER_THAN_A_LOOK)
                .build();
    }

    /**
     * The session and its account; empty when it has ended or never was, or the account is gone or suspended.
     *
     * @throws SessionsUnavailableException when it cannot be told
     */
    Optional<SignedIn> find(SessionKey key) {
        var remembered = known.getIfPresent(key);
        if (remembered != null
                && clock.instant().isBefore(remembered.readAt().plus(config.recheckAfter()))
                && !remembered.session().expired(clock.instant())) {
            count("hit");
            return Optional.of(remembered);
        }
        var mark = forgotten.getIfPresent(key);
        try {
            var found = lookUpOnce(key);
            found.ifPresentOrElse(signedIn -> remember(key, signedIn, mark), () -> known.invalidate(key));
            count("miss");
            return found;
        } catch (RuntimeException e) {
            LOG.debugf(e, "A session could not be looked up");
            return goOn(remembered);
        }
    }

    /** The next request with this key reads session and account anew. */
    void forget(SessionKey key) {
        forgotten.put(key, new Object());
        underWay.remove(key);
        known.invalidate(key);
    }

    // Per key, this and the removal in forget() exclude each other: either this sees the new mark, or that removes
    // this.
    private void remember(SessionKey key, SignedIn found, @Nullable Object mark) {
        known.asMap().compute(key, (same, old) -> forgotten.getIfPresent(same) == mark ? found : old);
    }

    private Optional<SignedIn> goOn(@Nullable SignedIn remembered) {
        if (remembered == null) {
            count("unavailable");
            throw new SessionsUnavailableException();
        }
        count("kept");
        return Optional.of(remembered).filter(it -> !it.session().expired(clock.instant()));
    }

    // A page and its fragments ask at the same moment: one of them looks, the others wait for it.
    private Optional<SignedIn> lookUpOnce(SessionKey key) {
        var mine = new CompletableFuture<Optional<SignedIn>>();
        var another = underWay.putIfAbsent(key, mine);
        if (another != null) {
            return another.join();
        }
        try {
            var found = lookup.find(key);
            mine.complete(found);
            return found;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, mine);
        }
    }

    private void count(String result) {
        metrics.counter("capitune.sessions.checked", "result", result).increment();
    }
}
