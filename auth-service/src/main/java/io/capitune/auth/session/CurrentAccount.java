package io.capitune.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;

/** The account of who calls, and whether they signed in a moment ago. */
@ApplicationScoped
public class CurrentAccount {

    private final CurrentUser caller;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Duration recentFor;
    private final Clock clock;

    CurrentAccount(CurrentUser caller, Accounts accounts, Sessions sessions, AuthConfig config, Clock clock) {
        this.caller = caller;
        this.accounts = accounts;
        this.sessions = sessions;
        this.recentFor = config.session().recentFor();
        this.clock = clock;
    }

    /**
     * The account as it is now.
     *
     * @throws ProblemException 401 {@code UNAUTHENTICATED} for a visitor, and where the account is gone or suspended
     */
    public Account get() {
        if (!caller.signedIn()) {
            throw unauthenticated();
        }
        return accounts.byId(caller.id()).filter(Account::open).orElseThrow(CurrentAccount::unauthenticated);
    }

    /** Whether the caller's session lives and began a moment ago. A token without a session is never recent. */
    public boolean recent() {
        return recentAt(clock.instant());
    }

    /** Whether it will still be recent when a form that is opened now has been filled in: for a third of the time that a sign-in is. */
    public boolean recentForAForm() {
        return recentAt(clock.instant().plus(recentFor.dividedBy(3)));
    }

    private boolean recentAt(Instant moment) {
        return session()
                .filter(session -> !session.expired(clock.instant()))
                .filter(session -> moment.isBefore(session.createdAt().plus(recentFor)))
                .isPresent();
    }

    /**
     * When the account may have come into the hands of who calls, should they not be its owner: before their session, or before now where
     * they have none, by as long as a sign-in is recent, since they may have had to sign in again meanwhile.
     */
    public Instant heldSince() {
        return session().map(Session::createdAt).orElseGet(clock::instant).minus(recentFor);
    }

    /** What tells the caller's session from all others, if it was opened with a second factor. */
    public Optional<String> secondFactorSession() {
        return session().filter(session -> session.secondFactorAt() != null).map(session -> "session " + session.id());
    }

    /**
     * The account, for what could shut its owner out: a session left open is not enough for it.
     *
     * @throws ProblemException as {@link #get}, or 403 {@code RECENT_SIGNIN_REQUIRED}
     */
    public Account recentlySignedIn() {
        var account = get();
        if (!recent()) {
            throw new ProblemException(
                    403, "RECENT_SIGNIN_REQUIRED", "Sign in again first: this wants a sign-in of the last minutes.");
        }
        return account;
    }

    private Optional<Session> session() {
        return Optional.ofNullable(caller.sessionId())
                .flatMap(sessions::byId)
                .filter(session -> session.accountId().equals(caller.id()));
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(401, "UNAUTHENTICATED", "Sign in first.").header("WWW-Authenticate", "Bearer");
    }
}
