package io.capitune.auth.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The first administrator, and any further one by who runs the system: {@code ./capitune admin create}. */
@Path("/internal/admins")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class AdminsResource {

    private final Operators operators;

    AdminsResource(Operators operators) {
        this.operators = operators;
    }

    /** Whose account. */
    public record Wish(@Nullable String email) {}

    /** The account; {@code outcome} is {@code created}, {@code promoted} or {@code unchanged}. */
    public record Answer(String id, String outcome, boolean suspended) {}

    @POST
    public Answer make(@Nullable Wish wish, @Context HttpServerRequest request) {
        var address = Optional.ofNullable(wish)
                .map(Wish::email)
                .flatMap(EmailAddress::parse)
                .orElseThrow(
                        () -> ProblemException.validation(List.of()).error("/email", "This is no e-mail address."));
        var admin = operators.makeAdmin(Actor.operator(request), address);
        return new Answer(admin.id(), admin.outcome().name().toLowerCase(Locale.ROOT), admin.suspended());
    }
}
