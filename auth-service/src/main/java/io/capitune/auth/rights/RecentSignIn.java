package io.capitune.auth.rights;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.session.Sessions;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;

/** Whether the caller signed in a short while ago: what cannot be undone is not for who finds an open browser. */
@ApplicationScoped
class RecentSignIn {

    private final Sessions sessions;
    private final CurrentUser caller;
    private final RightsConfig config;
    private final Clock clock;

    RecentSignIn(Sessions sessions, CurrentUser caller, RightsConfig config, Clock clock) {
        this.sessions = sessions;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    boolean is() {
        var earliest = clock.instant().minus(config.recentSignIn());
        return Optional.ofNullable(caller.sessionId())
                .flatMap(sessions::openedAt)
                .filter(opened -> opened.isAfter(earliest))
                .isPresent();
    }

    /** @throws ProblemException 403 {@code SIGN_IN_AGAIN} */
    void require() {
        if (!is()) {
            throw new ProblemException(403, "SIGN_IN_AGAIN", "Sign in again first: this cannot be undone.");
        }
    }
}
