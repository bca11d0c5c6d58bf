package io.capitune.auth.session;

import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.token.Tokens;
import io.capitune.platform.error.ErrorResponses;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's question before each request (ForwardAuth): whose is it? Answers 200 with a token to hand on, or without one for
 * a visitor; the gateway then drops what the client sent. Always asked by GET, whatever the request's own method.
 */
@Path("/internal/session")
@RunOnVirtualThread
public class SessionResource {

    private static final String PATH = "/internal/session";
    private static final String TOKEN_PATH = "/api/auth/token";
    private static final String REFRESH_PATH = "/api/auth/refresh";

    private final BrowserSessions browsers;
    private final LiveSessions sessions;
    private final Tokens tokens;
    private final CurrentUser bearer;
    private final RandomTokens random;
    private final ErrorResponses errors;

    SessionResource(
            BrowserSessions browsers,
            LiveSessions sessions,
            Tokens tokens,
            CurrentUser bearer,
            RandomTokens random,
            ErrorResponses errors) {
        this.browsers = browsers;
        this.sessions = sessions;
        this.tokens = tokens;
        this.bearer = bearer;
        this.random = random;
        this.errors = errors;
    }

    @GET
    public Response check(@Context HttpHeaders headers, @Context HttpServerRequest connection) {
        // Fresh, in place of the one that came: an id that a client chose could be another request's.
        connection.response().putHeader("X-Request-Id", random.id());
        return answer(headers);
    }

    private Response answer(HttpHeaders headers) {
        var sent = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        var uri = headers.getHeaderString("X-Forwarded-Uri");
        if (sent != null && sent.regionMatches(true, 0, "Bearer", 0, 6)) {
            // Who asks for the next token sends the last one along, as clients do that add it to every request; it is
            // over by then.
            return !bearer.signedIn() && leadsTo(REFRESH_PATH, uri)
                    ? Response.ok().build()
                    : answerBearer(sent, headers);
        }
        // Client credentials by HTTP Basic are no identity, they are what the token endpoint is there to check.
        if (sent != null && leadsTo(TOKEN_PATH, uri)) {
            return handOn(sent);
        }
        try {
            return browsers.secretIn(headers)
                    .map(SessionKey::ofCookie)
                    .flatMap(sessions::find)
                    .map(signedIn -> handOn("Bearer " + tokens.forPerson(signedIn.person())))
                    .orElseGet(() -> Response.ok().build());
        } catch (SessionsUnavailableException e) {
            return unavailable(headers.getHeaderString(HttpHeaders.ACCEPT));
        }
    }

    /** A token is worth what its session is worth now: its signature alone would outlive a sign-out, a ban and a change of role. */
    private Response answerBearer(String sent, HttpHeaders headers) {
        if (bearer.unjudged()) {
            return unavailable(headers.getHeaderString(HttpHeaders.ACCEPT));
        }
        if (!bearer.signedIn()) {
            return refused();
        }
        var sessionId = bearer.sessionId();
        if (sessionId == null) {
            return bearer.roles().equals(Set.of("service")) ? handOn(sent) : refused();
        }
        try {
            return sessions.find(SessionKey.ofId(sessionId))
                    .filter(signedIn -> signedIn.account().id().equals(bearer.id()))
                    .map(signedIn -> handOn(asOfNow(sent, signedIn)))
                    .orElseGet(this::refused);
        } catch (SessionsUnavailableException e) {
            return unavailable(headers.getHeaderString(HttpHeaders.ACCEPT));
        }
    }

    private String asOfNow(String sent, SignedIn signedIn) {
        var person = signedIn.person();
        return bearer.roles().equals(Set.copyOf(person.roles())) ? sent : "Bearer " + tokens.forPerson(person);
    }

    private static boolean leadsTo(String path, @Nullable String forwardedUri) {
        return forwardedUri != null && (forwardedUri + "?").startsWith(path + "?");
    }

    private static Response handOn(String authorization) {
        return Response.ok().header(HttpHeaders.AUTHORIZATION, authorization).build();
    }

    private Response refused() {
        return errors.of(
                new ProblemException(401, "TOKEN_INVALID", "The access token is not valid.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""),
                PATH);
    }

    private Response unavailable(@Nullable String accept) {
        var forPerson = Optional.ofNullable(accept)
                .filter(it -> it.contains("text/html"))
                .isPresent();
        return errors.of(ProblemException.unavailable(), forPerson ? "/" : PATH);
    }
}
