package io.capitune.auth.admission;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.factor.Typed;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in by API, in the browser that was told to wait for it. */
@Path("/api/auth/signin/second")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SecondStepResource {

    private final CompleteSecondStep completeSecondStep;

    SecondStepResource(CompleteSecondStep completeSecondStep) {
        this.completeSecondStep = completeSecondStep;
    }

    /** What is posted: one of the two. */
    public record StepRequest(
            @Nullable String code, @Nullable String recoveryCode) {}

    /** 200 with the path to go on to, and the session's cookie. */
    @POST
    public Response second(
            @Nullable StepRequest body, @Context HttpHeaders headers, @Context HttpServerRequest connection) {
        var typed = typed(body);
        return switch (completeSecondStep.tryCode(typed, ClientAddress.of(connection), headers)) {
            case SecondStepResult.Right(var admitted) -> AdmittedResponses.json(admitted);
            case SecondStepResult.Wrong(var left) ->
                throw new ProblemException(
                        422, "CODE_WRONG", "This is not a code that works; tries left: " + left + ".");
            case SecondStepResult.TriesReached(var retryAfter) ->
                throw new ProblemException(429, "CODE_TRIES_REACHED", "Too many tries; wait a little.")
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
            case SecondStepResult.NothingPending() ->
                throw new ProblemException(410, "SIGNIN_EXPIRED", "No sign-in waits here; sign in again.");
        };
    }

    private static String typed(@Nullable StepRequest body) {
        if (body == null) {
            throw new ProblemException(400, "MALFORMED", "A JSON body is expected.");
        }
        var recovery = body.recoveryCode() != null;
        var typed = Optional.ofNullable(recovery ? body.recoveryCode() : body.code())
                .orElse("");
        return Typed.read(typed)
                .filter(read -> read instanceof Typed.RecoveryCode == recovery)
                .map(read -> typed)
                .orElseThrow(() -> ProblemException.validation(List.of(
                        recovery
                                ? new FieldError("/recoveryCode", "A recovery code has ten letters and digits.")
                                : new FieldError("/code", "The code has six digits."))));
    }
}
