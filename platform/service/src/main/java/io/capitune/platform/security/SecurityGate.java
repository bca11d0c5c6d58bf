package io.capitune.platform.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.PlatformConfig;
import io.capitune.platform.error.ErrorResponses;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.web.SeeOther;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * The first steps of every request's way, in the one order that all services share: not signed in, wrong role, another
 * site's request. It runs before a resource is looked for, so that an unknown path tells a visitor nothing; and it fails
 * closed: what is not listed as public wants a caller, what is below {@code /internal/} wants a service.
 */
class SecurityGate {

    private static final Logger LOG = Logger.getLogger(SecurityGate.class);
    private static final String SERVICE_ROLE = "service";

    private final CurrentIdentityAssociation association;
    private final KnownTokens tokens;
    private final CurrentUser caller;
    private final PublicPaths publicPaths;
    private final ErrorResponses responses;
    private final URI publicUrl;

    SecurityGate(
            CurrentIdentityAssociation association,
            KnownTokens tokens,
            CurrentUser caller,
            PublicPaths publicPaths,
            ErrorResponses responses,
            PlatformConfig config) {
        this.association = association;
        this.tokens = tokens;
        this.caller = caller;
        this.publicPaths = publicPaths;
        this.responses = responses;
        this.publicUrl = config.publicUrl();
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    Uni<@Nullable Response> check(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var open = publicPaths.contains(path);
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        var known = tokens.caller(authorization);
        if (known != null) {
            association.setIdentity(known);
            return Uni.createFrom().item(decide(request, path, open, known));
        }
        return association
                .getDeferredIdentity()
                .invoke(identity -> tokens.remember(authorization, identity))
                .map(identity -> decide(request, path, open, identity))
                .onFailure()
                .recoverWithItem(failure -> open ? visitor(request, path, failure) : notIdentified(failure, path));
    }

    private @Nullable Response visitor(ContainerRequestContext request, String path, Throwable failure) {
        if (KeyOutage.tells(failure)) {
            caller.cannotBeJudged();
        }
        return crossSite(request, path);
    }

    private @Nullable Response decide(
            ContainerRequestContext request, String path, boolean open, SecurityIdentity identity) {
        caller.is(identity);
        if (!open && identity.isAnonymous()) {
            return unauthenticated(request, path);
        }
        if (!open && path.startsWith("/internal/") != identity.hasRole(SERVICE_ROLE)) {
            // What services do is not for people, and a service is nobody's account.
            return responses.of(403, path);
        }
        return crossSite(request, path);
    }

    private @Nullable Response crossSite(ContainerRequestContext request, String path) {
        return CrossSite.isForged(request, publicUrl)
                ? responses.of(
                        new ProblemException(403, "CROSS_SITE", "Another site may not send this request for you."),
                        path)
                : null;
    }

    private Response unauthenticated(ContainerRequestContext request, String path) {
        var htmx = "true".equals(request.getHeaderString("HX-Request"));
        if (ErrorResponses.isApi(path) || htmx) {
            var problem = new ProblemException(401, "UNAUTHENTICATED", "Sign in first.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return responses.of(htmx ? problem.header("HX-Redirect", login(currentPage(request))) : problem, path);
        }
        return SeeOther.to(login(target(request))).build();
    }

    /** Whoever cannot be identified because the keys cannot be had is not told that the token is bad: nobody is signed out by an outage. */
    private Response notIdentified(Throwable failure, String path) {
        if (KeyOutage.tells(failure)) {
            LOG.warnf("The keys of auth-service cannot be had: %s", failure.getMessage());
            return responses.of(503, path);
        }
        return responses.of(
                new ProblemException(401, "TOKEN_INVALID", "The access token is not valid.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""),
                path);
    }

    private static String login(String next) {
        return "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Where to go on after signing in; a form that was sent cannot be sent again, so its own page it is. */
    private static String target(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var query = uri.getRawQuery();
        return "GET".equals(request.getMethod()) && query != null ? uri.getRawPath() + "?" + query : uri.getRawPath();
    }

    private static String currentPage(ContainerRequestContext request) {
        var current = request.getHeaderString("HX-Current-URL");
        if (current == null) {
            return "/";
        }
        try {
            var path = URI.create(current).getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path;
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
