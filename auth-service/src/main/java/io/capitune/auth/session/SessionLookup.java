package io.capitune.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Reads a session and its account from MongoDB, and writes down now and then that it is in use. */
@ApplicationScoped
public class SessionLookup {

    private final Sessions sessions;
    private final Accounts accounts;
    private final AuthConfig.Session config;
    private final Clock clock;

    SessionLookup(Sessions sessions, Accounts accounts, AuthConfig config, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.config = config.session();
        this.clock = clock;
    }

    /**
     * The live session of a cookie or an id; empty when it never was, has ended, or its account is gone or suspended. While MongoDB does not answer, the
     * first few calls wait for the timeout and then all fail at once, except for a probe now and then.
     */
    @Timeout(value = 1500, unit = ChronoUnit.MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 0.5, delay = 2, delayUnit = ChronoUnit.SECONDS)
    public Optional<SignedIn> find(SessionKey key) {
        var now = clock.instant();
        return stored(key)
                .filter(session -> !session.expired(now))
                .flatMap(session -> accounts.byId(session.accountId())
                        .filter(Account::open)
                        .map(account -> new SignedIn(noteUse(session, now), account, now)));
    }

    private Optional<Session> stored(SessionKey key) {
        return switch (key) {
            case SessionKey.OfCookie(var tokenHash) -> sessions.byTokenHash(tokenHash);
            case SessionKey.OfId(var id) -> sessions.byId(id);
        };
    }

    private Session noteUse(Session session, Instant now) {
        var idle = session.isShared() ? config.sharedIdle() : config.idle();
        if (now.isBefore(session.lastUsedAt().plus(writtenDownEvery(idle)))) {
            return session;
        }
        var used = session.used(now, idle, config.absolute());
        sessions.used(used);
        return used;
    }

    // What is not written down is missing at the end: no session may end much earlier than its idle time.
    private Duration writtenDownEvery(Duration idle) {
        return Collections.min(List.of(config.touchEvery(), idle.dividedBy(30)));
    }
}
