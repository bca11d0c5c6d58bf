package io.capitune.auth.admin;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Accounts for administrators' programs; the pages do the same. */
@Path("/api/admin/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@AdminsOnly
public class UsersResource {

    private final UserDirectory directory;
    private final UserAdministration administration;
    private final AccountOpening opening;
    private final CurrentUser caller;

    UsersResource(
            UserDirectory directory, UserAdministration administration, AccountOpening opening, CurrentUser caller) {
        this.directory = directory;
        this.administration = administration;
        this.opening = opening;
        this.caller = caller;
    }

    /** An act that wants a reason. */
    public record Reasoned(@Nullable String reason) {}

    /** A new role. */
    public record RoleBody(
            @Nullable String role,
            boolean verified,
            @Nullable String reason) {}

    /** A deletion; {@code confirmation} is the account's address. */
    public record Deletion(
            @Nullable String confirmation, @Nullable String reason) {}

    @GET
    public Part<UserView> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return directory.find(UserFilter.of(q, role, state), cursor, limit);
    }

    @GET
    @Path("{id}")
    public UserView get(@PathParam("id") String id) {
        return directory.get(id);
    }

    @RecentSignInOnly
    @POST
    public Response create(AccountOpening.@Nullable Wish wish, @Context HttpServerRequest request) {
        var wanted = wish == null ? new AccountOpening.Wish(null, null, false, null) : wish;
        var account = opening.open(Actor.of(caller, request), wanted);
        return Response.created(URI.create("/api/admin/users/" + account.id()))
                .header(HttpHeaders.LOCATION, "/api/admin/users/" + account.id())
                .entity(directory.get(account.id()))
                .build();
    }

    @RecentSignInOnly
    @POST
    @Path("{id}/role")
    public UserView role(@PathParam("id") String id, @Nullable RoleBody body, @Context HttpServerRequest request) {
        var wanted = body == null ? new RoleBody(null, false, null) : body;
        administration.changeRole(Actor.of(caller, request), id, wanted.role(), wanted.verified(), wanted.reason());
        return directory.get(id);
    }

    @RecentSignInOnly
    @POST
    @Path("{id}/suspend")
    public UserView suspend(@PathParam("id") String id, @Nullable Reasoned body, @Context HttpServerRequest request) {
        administration.suspend(Actor.of(caller, request), id, reason(body));
        return directory.get(id);
    }

    @RecentSignInOnly
    @POST
    @Path("{id}/restore")
    public UserView restore(@PathParam("id") String id, @Nullable Reasoned body, @Context HttpServerRequest request) {
        administration.restore(Actor.of(caller, request), id, reason(body));
        return directory.get(id);
    }

    @RecentSignInOnly
    @POST
    @Path("{id}/reset-second-factor")
    public UserView resetFactor(
            @PathParam("id") String id, @Nullable Reasoned body, @Context HttpServerRequest request) {
        administration.resetFactor(Actor.of(caller, request), id, reason(body));
        return directory.get(id);
    }

    @RecentSignInOnly
    @POST
    @Path("{id}/delete")
    public void delete(@PathParam("id") String id, @Nullable Deletion body, @Context HttpServerRequest request) {
        var wanted = body == null ? new Deletion(null, null) : body;
        administration.delete(Actor.of(caller, request), id, wanted.confirmation(), wanted.reason());
    }

    private static @Nullable String reason(@Nullable Reasoned body) {
        return body == null ? null : body.reason();
    }
}
