package io.capitune.auth.session;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.token.Tokens;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/** Sessions that no browser keeps: an API client shows a token that names its session. */
@ApplicationScoped
public class ClientSessions {

    private final Sessions sessions;
    private final SessionLookup lookup;
    private final LiveSessions live;
    private final Tokens tokens;
    private final RandomTokens random;
    private final AuthConfig.Session config;
    private final Clock clock;

    ClientSessions(
            Sessions sessions,
            SessionLookup lookup,
            LiveSessions live,
            Tokens tokens,
            RandomTokens random,
            AuthConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.lookup = lookup;
        this.live = live;
        this.tokens = tokens;
        this.random = random;
        this.config = config.session();
        this.clock = clock;
    }

    /**
     * Stores one, with the transaction; its id. No cookie leads to it.
     *
     * @param shared whether others use the device: it then ends sooner without use
     */
    public String open(
            ClientSession transaction,
            String accountId,
            boolean secondFactor,
            boolean shared,
            @Nullable String userAgent) {
        var id = random.id();
        var noCookie = Hashes.sha256(random.token());
        var idle = shared ? config.sharedIdle() : config.idle();
        var session = Session.start(id, noCookie, accountId, clock.instant(), idle, config.absolute())
                .on(userAgent, Session.Kind.API, shared);
        sessions.add(transaction, secondFactor ? session.withSecondFactor() : session);
        return id;
    }

    /**
     * A token of a session of an API client; empty where that is over, or its account is gone or suspended.
     *
     * @throws ProblemException 503 when it cannot be told
     */
    public Optional<String> token(String id) {
        try {
            return lookup.find(SessionKey.ofId(id))
                    .filter(signedIn -> signedIn.session().kind() == Session.Kind.API)
                    .map(signedIn -> tokens.forPerson(signedIn.person()));
        } catch (FaultToleranceException away) {
            throw ProblemException.unavailable();
        }
    }

    /** Ends one. */
    public void end(String accountId, String id) {
        sessions.end(accountId, id);
        live.forget(SessionKey.ofId(id));
    }
}
