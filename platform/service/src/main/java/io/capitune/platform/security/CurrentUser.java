package io.capitune.platform.security;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who calls: filled in by {@link SecurityGate} from a verified token, a visitor until then. */
@RequestScoped
public class CurrentUser {

    private final RoutingContext request;
    private @Nullable SecurityIdentity identity;
    private boolean unjudged;

    CurrentUser(RoutingContext request) {
        this.request = request;
    }

    void is(SecurityIdentity verified) {
        identity = verified;
    }

    void cannotBeJudged() {
        unjudged = true;
    }

    /** Whether a token came that nobody can judge for the moment, since the keys cannot be had. */
    public boolean unjudged() {
        return unjudged;
    }

    /** Whether a verified token came with the request. */
    public boolean signedIn() {
        return identity != null && !identity.isAnonymous();
    }

    /**
     * The account's id.
     *
     * @throws IllegalStateException for a visitor: a path that asks has to want a signed-in caller
     */
    public String id() {
        var token = token();
        if (token == null) {
            throw new IllegalStateException("a visitor has no id");
        }
        return token.getSubject();
    }

    /** The caller's roles; none for a visitor. */
    public Set<String> roles() {
        return identity == null ? Set.of() : identity.getRoles();
    }

    /** The session's id, or null for a visitor or an API client. */
    public @Nullable String sessionId() {
        var token = token();
        return token == null ? null : token.getClaim("sid");
    }

    /** Whether the caller said at sign-in that others use the device: nothing is to be kept in the browser then. */
    public boolean onSharedDevice() {
        var token = token();
        // A boolean of JSON-P, whose text is that of JSON.
        return token != null && "true".equals(String.valueOf(token.<Object>getClaim("shared")));
    }

    /** French or English: the account's choice, else the {@code lang} cookie, else the browser's, else French. */
    public Locale locale() {
        var token = token();
        var account = token == null ? null : token.<Object>getClaim("locale");
        return Languages.choose(account == null ? null : account.toString(), request);
    }

    private @Nullable JsonWebToken token() {
        return signedIn() && identity != null && identity.getPrincipal() instanceof JsonWebToken token ? token : null;
    }
}
