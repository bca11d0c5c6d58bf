package io.capitune.auth.factor;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The second factor of who is signed in, by API. All changes want a recent sign-in (403 {@code RECENT_SIGNIN_REQUIRED}). */
@Path("/api/auth/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SecondFactorResource {

    private final CurrentAccount current;
    private final SecondFactors factors;
    private final TurnOnApp turnOnApp;
    private final ChangeApp changeApp;
    private final Enrolment enrolment;

    SecondFactorResource(
            CurrentAccount current,
            SecondFactors factors,
            TurnOnApp turnOnApp,
            ChangeApp changeApp,
            Enrolment enrolment) {
        this.current = current;
        this.factors = factors;
        this.turnOnApp = turnOnApp;
        this.changeApp = changeApp;
        this.enrolment = enrolment;
    }

    /** What is posted to confirm an app. */
    public record Confirmation(
            @Nullable String draft, @Nullable String code) {}

    /** What is posted with a change: an app's code or a recovery code. */
    public record Change(@Nullable String code) {}

    @GET
    public SecondFactorState state() {
        return factors.of(current.get());
    }

    /** A draft: the key, the address for the app, and what is to be sent back with its first code. */
    @POST
    @Path("/options")
    public Response options() {
        var draft = enrolment.draft(current.recentlySignedIn());
        return kept(Map.of("secret", draft.key(), "uri", draft.uri(), "draft", draft.sealed()));
    }

    /** Confirms the draft; 200 with the recovery codes, which are shown this once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response confirm(@Nullable Confirmation body) {
        var asked = body == null ? new Confirmation(null, null) : body;
        return switch (turnOnApp.turnOn(current.recentlySignedIn(), asked.draft(), asked.code())) {
            case TurnOnApp.Result.On(var codes) -> kept(Map.of("recoveryCodes", codes));
            case TurnOnApp.Result.WrongCode() ->
                throw ProblemException.validation(List.of(new FieldError("/code", "This is not the app's code.")));
            case TurnOnApp.Result.DraftOver() ->
                throw new ProblemException(410, "DRAFT_EXPIRED", "This set-up is too old; begin again.");
            case TurnOnApp.Result.AlreadyOn() ->
                throw new ProblemException(409, "SECOND_FACTOR_ON", "An app is set up already.");
        };
    }

    /** Takes the app away; 204. */
    @POST
    @Path("/off")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response off(@Nullable Change body, @Context HttpServerRequest connection) {
        done(changeApp.turnOff(current.recentlySignedIn(), code(body), guesser(connection)));
        return Response.noContent().build();
    }

    /** New recovery codes, shown this once. */
    @POST
    @Path("/recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response recoveryCodes(@Nullable Change body, @Context HttpServerRequest connection) {
        var codes = done(changeApp.renewRecoveryCodes(current.recentlySignedIn(), code(body), guesser(connection)));
        return kept(Map.of("recoveryCodes", codes));
    }

    private Guesser guesser(HttpServerRequest connection) {
        return new Guesser(ClientAddress.of(connection), current.secondFactorSession());
    }

    private static List<String> done(ChangeResult result) {
        return switch (result) {
            case ChangeResult.Done(var codes) -> codes;
            case ChangeResult.Wrong() ->
                throw new ProblemException(422, "CODE_WRONG", "This is not a code that works.");
            case ChangeResult.TriesReached(var retryAfter) ->
                throw new ProblemException(429, "CODE_TRIES_REACHED", "Too many tries; wait a little.")
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
            case ChangeResult.NotOn() ->
                throw new ProblemException(409, "SECOND_FACTOR_OFF", "There is no app to take away.");
            case ChangeResult.Required() ->
                throw new ProblemException(409, "SECOND_FACTOR_REQUIRED", "An admin keeps an app or a passkey.");
        };
    }

    private static String code(@Nullable Change body) {
        var code = body == null ? null : body.code();
        return code == null ? "" : code;
    }

    private static Response kept(Map<String, Object> secrets) {
        return Response.ok(secrets)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
