package io.capitune.auth.passkey;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The passkeys of who is signed in. All changes but a name's want a recent sign-in (403 {@code RECENT_SIGNIN_REQUIRED}). */
@Path("/api/auth/passkeys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PasskeyResource {

    private final CurrentAccount current;
    private final RegisterPasskey registerPasskey;
    private final OwnPasskeys own;
    private final PasskeyCookie cookie;

    PasskeyResource(CurrentAccount current, RegisterPasskey registerPasskey, OwnPasskeys own, PasskeyCookie cookie) {
        this.current = current;
        this.registerPasskey = registerPasskey;
        this.own = own;
        this.cookie = cookie;
    }

    /** What is posted with a new credential. */
    public record Registration(
            @Nullable String name, @Nullable Answer credential) {}

    /** What is sent to rename one. */
    public record Renaming(@Nullable String name) {}

    /** All of them, oldest first. */
    @GET
    public Map<String, List<PasskeyView>> list() {
        return Map.of(
                "items", own.of(current.get()).stream().map(PasskeyView::of).toList());
    }

    /** 200 with what {@code navigator.credentials.create} wants, and a cookie for the answer. */
    @POST
    @Path("/options")
    public Response options(@Context HttpHeaders headers) {
        var account = current.recentlySignedIn();
        var browser = cookie.of(headers);
        return Response.ok(registerPasskey.options(account, browser))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.keep(browser))
                .build();
    }

    /** 201 with the passkey. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(@Nullable Registration body, @Context HttpHeaders headers) {
        var account = current.recentlySignedIn();
        var asked = body == null ? new Registration(null, null) : body;
        var name = name(asked.name());
        return switch (registerPasskey.register(account, cookie.of(headers), asked.credential(), name)) {
            case RegisterResult.Added(var passkey) ->
                Response.status(Response.Status.CREATED)
                        .entity(PasskeyView.of(passkey))
                        .build();
            case RegisterResult.Refused() ->
                throw new ProblemException(422, "PASSKEY_REFUSED", "This passkey could not be checked; begin again.");
            case RegisterResult.Known() ->
                throw new ProblemException(409, "PASSKEY_KNOWN", "This passkey is registered already.");
            case RegisterResult.TooMany() ->
                throw new ProblemException(409, "PASSKEYS_REACHED", "Remove a passkey first; there are too many.");
        };
    }

    /** 200 with the passkey under its new name. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PasskeyView rename(@PathParam("id") String id, @Nullable Renaming body) {
        var account = current.get();
        own.one(account, id).orElseThrow(ProblemException::notFound);
        own.rename(account, id, name(body == null ? null : body.name()));
        return own.one(account, id).map(PasskeyView::of).orElseThrow(ProblemException::notFound);
    }

    /** 204. */
    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        return switch (own.remove(current.recentlySignedIn(), id)) {
            case REMOVED -> Response.noContent().build();
            case NOT_FOUND -> throw ProblemException.notFound();
            case REQUIRED ->
                throw new ProblemException(409, "SECOND_FACTOR_REQUIRED", "An admin keeps an app or a passkey.");
        };
    }

    private static String name(@Nullable String typed) {
        return PasskeyName.read(typed)
                .orElseThrow(() -> ProblemException.validation(List.of(new FieldError(
                        "/name", "A name has 1 to " + Passkey.NAME_LENGTH + " characters, on one line."))));
    }
}
