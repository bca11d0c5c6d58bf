package io.capitune.auth.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.web.SeeOther;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Has an administrator sign in once more: a page leads there and back, the API answers 403 {@code RECENT_SIGNIN_REQUIRED}. */
@ApplicationScoped
class RecentSignInFilter {

    private final CurrentAccount current;

    RecentSignInFilter(CurrentAccount current) {
        this.current = current;
    }

    @RecentSignInOnly
    @ServerRequestFilter(priority = Priorities.USER + 1)
    @Nullable
    Response check(UriInfo request, Request call) {
        // A form is not opened so late that what is typed into it would be lost.
        if (call.getMethod().equals(HttpMethod.GET) ? current.recentForAForm() : current.recent()) {
            return null;
        }
        var path = request.getPath();
        if (path.startsWith("/api/")) {
            current.recentlySignedIn();
        }
        return SeeOther.to("/account/security/again?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .build();
    }
}
