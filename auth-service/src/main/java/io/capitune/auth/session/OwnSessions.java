package io.capitune.auth.session;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.platform.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The sessions of who is signed in. One that is ended is over everywhere within five seconds, tokens included. */
@ApplicationScoped
public class OwnSessions {

    private final Sessions sessions;
    private final LiveSessions live;
    private final CurrentUser caller;
    private final Clock clock;

    OwnSessions(Sessions sessions, LiveSessions live, CurrentUser caller, Clock clock) {
        this.sessions = sessions;
        this.live = live;
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
        var ended = sessions.end(account.id(), id);
        live.forget(SessionKey.ofId(id));
        return ended;
    }

    /** Ends all but the one that asks. */
    public void endOthers(Account account) {
        sessions.endOthers(account.id(), currentId());
    }

    private @Nullable String currentId() {
        return caller.sessionId();
    }
}
