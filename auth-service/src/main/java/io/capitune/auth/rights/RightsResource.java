package io.capitune.auth.rights;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.session.BrowserSessions;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.personal.PersonalDataResource;
import io.capitune.platform.personal.Share;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The caller's data and account: given out whole, and deleted. */
@Path("/api/users/me")
@RunOnVirtualThread
public class RightsResource {

    private final Exports exports;
    private final Deletions deletions;
    private final CurrentAccount current;
    private final BrowserSessions sessions;
    private final CurrentUser caller;

    RightsResource(
            Exports exports,
            Deletions deletions,
            CurrentAccount current,
            BrowserSessions sessions,
            CurrentUser caller) {
        this.exports = exports;
        this.deletions = deletions;
        this.current = current;
        this.sessions = sessions;
        this.caller = caller;
    }

    /** What is sent to delete the account: its address. */
    public record DeletionRequest(@Nullable String confirm) {}

    /** A ZIP of everything; 403 {@code RECENT_SIGNIN_REQUIRED}, 503 {@code CONTEXT_AWAY} and nothing at all where a part of it cannot be had. */
    @GET
    @Path("/export")
    @Produces(PersonalDataResource.ZIP)
    public Response export() {
        return attachment(exports, current.recentlySignedIn().id());
    }

    static Response attachment(Exports exports, String accountId) {
        return Response.ok(whole(() -> exports.of(accountId)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"capitune.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/deletion-preview")
    @Produces(MediaType.APPLICATION_JSON)
    public Share preview() {
        return whole(() -> deletions.preview(caller.id(), caller.locale()));
    }

    /** 202: closed now, erased everywhere within minutes; a mail tells when. 403 {@code RECENT_SIGNIN_REQUIRED}. */
    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(
            @Nullable DeletionRequest request, @Context HttpHeaders headers, @Context HttpServerRequest call) {
        var typed = Optional.ofNullable(request).map(DeletionRequest::confirm).orElse("");
        deletions.begin(current.recentlySignedIn().id(), typed, SourceNetwork.of(ClientAddress.of(call)));
        return Response.accepted(Map.of("status", "closed"))
                .cookie(sessions.close(headers))
                .build();
    }

    private static <T> T whole(Supplier<T> work) {
        try {
            return work.get();
        } catch (ContextAwayException e) {
            throw new ProblemException(503, "CONTEXT_AWAY", "A part of the service is away; try again in a moment.", e)
                    .header("Retry-After", "10");
        }
    }
}
