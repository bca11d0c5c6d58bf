package io.capitune.auth.session;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.device.KnownDevices;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of who is signed in. One that is ended is over everywhere within five seconds, tokens included, and the device that opened
 * it last is a stranger again: whoever comes back on it is told of, and has no tries of their own.
 */
@ApplicationScoped
public class OwnSessions {

    private final Sessions sessions;
    private final LiveSessions live;
    private final KnownDevices devices;
    private final Transactions transactions;
    private final CurrentUser caller;
    private final Clock clock;

    OwnSessions(
            Sessions sessions,
            LiveSessions live,
            KnownDevices devices,
            Transactions transactions,
            CurrentUser caller,
            Clock clock) {
        this.sessions = sessions;
        this.live = live;
        this.devices = devices;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those that live, the one that asks first and then the one used last. */
    public List<SessionView> of(Account account) {
        var current = caller.sessionId();
        var now = clock.instant();
        return sessions.of(account.id()).stream()
                .filter(session -> !session.expired(now))
                .map(session -> SessionView.of(session, session.id().equals(current), caller.locale()))
                .sorted((a, b) -> Boolean.compare(b.current(), a.current()))
                .toList();
    }

    /** Ends one; false where the account has none with that id. */
    public boolean end(Account account, String id) {
        var ended = transactions.run(transaction -> {
            devices.forgetOf(transaction, account.id(), id);
            return sessions.end(transaction, account.id(), id);
        });
        live.forget(SessionKey.ofId(id));
        return ended;
    }

    /** Ends all but the one that asks. */
    public void endOthers(Account account) {
        transactions.run(transaction -> {
            devices.forgetOthers(transaction, account.id(), currentId());
            sessions.endOthers(transaction, account.id(), currentId());
            return account;
        });
    }

    private @Nullable String currentId() {
        return caller.sessionId();
    }
}
