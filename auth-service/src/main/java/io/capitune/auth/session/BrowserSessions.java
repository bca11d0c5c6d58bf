package io.capitune.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import com.mongodb.client.ClientSession;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.cookie.HostCookie;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens and closes sessions: the stored one together with the browser's cookie. */
@ApplicationScoped
public class BrowserSessions {

    private final Sessions sessions;
    private final LiveSessions live;
    private final RandomTokens random;
    private final Clock clock;
    private final Duration idle;
    private final Duration sharedIdle;
    private final Duration absolute;
    private final HostCookie cookie;

    BrowserSessions(
            Sessions sessions,
            LiveSessions live,
            RandomTokens random,
            Clock clock,
            AuthConfig config,
            @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.sessions = sessions;
        this.live = live;
        this.random = random;
        this.clock = clock;
        this.idle = config.session().idle();
        this.sharedIdle = config.session().sharedIdle();
        this.absolute = config.session().absolute();
        this.cookie = new HostCookie("session", publicUrl);
    }

    /** The secret of the browser's session cookie. */
    public Optional<String> secretIn(HttpHeaders headers) {
        return cookie.in(headers);
    }

    /**
     * A new session in place of the browser's old one; nothing is stored yet.
     *
     * @param shared whether others use the device: the cookie then goes when the browser is closed
     * @param secondFactor whether one was proved; without it the session is no admin's
     */
    public Opening prepare(String accountId, boolean shared, boolean secondFactor, HttpHeaders headers) {
        var secret = random.token();
        var session = Session.start(
                        random.id(),
                        Hashes.sha256(secret),
                        accountId,
                        clock.instant(),
                        shared ? sharedIdle : idle,
                        absolute)
                .on(headers.getHeaderString(HttpHeaders.USER_AGENT), Session.Kind.BROWSER, shared);
        return new Opening(secondFactor ? session.withSecondFactor() : session, secret, shared, secretIn(headers));
    }

    /** Stores the new session and removes the old one, with the transaction. */
    public void store(ClientSession transaction, Opening opening) {
        sessions.add(transaction, opening.session());
        opening.former().ifPresent(former -> sessions.remove(transaction, Hashes.sha256(former)));
    }

    /** The cookie of a session that is stored for good; the old one is forgotten here, too. */
    public NewCookie opened(Opening opening) {
        opening.former().ifPresent(this::forget);
        return opening.shared() ? cookie.untilClosed(opening.secret()) : cookie.keep(opening.secret(), absolute);
    }

    /** Ends the browser's session, if it has one; the cookie given back removes the browser's. */
    public NewCookie close(HttpHeaders headers) {
        secretIn(headers).ifPresent(this::end);
        return cookie.forget();
    }

    /** The browser's next request reads its session and account anew: something in them has changed. */
    public void reread(HttpHeaders headers) {
        secretIn(headers).ifPresent(this::forget);
    }

    private void end(String secret) {
        sessions.remove(Hashes.sha256(secret));
        forget(secret);
    }

    private void forget(String secret) {
        live.forget(SessionKey.ofCookie(secret));
    }
}
