package io.capitune.auth.credential;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.account.UserView;
import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.AdmittedResponses;
import io.capitune.auth.factor.Guesser;
import io.capitune.auth.factor.SecondStep;
import io.capitune.auth.factor.StepResult;
import io.capitune.auth.password.PasswordCheck;
import io.capitune.auth.password.PasswordFaults;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Sign-in of API clients. Browsers have their pages, and a cookie in place of tokens. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CredentialResource {

    private final PasswordCheck passwords;
    private final SecondStep secondStep;
    private final ApiSessions sessions;

    CredentialResource(PasswordCheck passwords, SecondStep secondStep, ApiSessions sessions) {
        this.passwords = passwords;
        this.secondStep = secondStep;
        this.sessions = sessions;
    }

    /**
     * What is posted to sign in; {@code otp} is a code of the app or a recovery code, where the account has an app; with {@code
     * shared}, the session ends after half an hour without use, as in a browser that others use.
     */
    public record Login(
            @Nullable String email,
            @Nullable String password,
            @Nullable String otp,
            @Nullable Boolean shared) {

        @Override
        public String toString() {
            return "a sign-in";
        }
    }

    /** What is posted for the next tokens. */
    public record Refresh(@Nullable String refreshToken) {

        @Override
        public String toString() {
            return "a refresh";
        }
    }

    /** The answer to a sign-in. */
    public record SignedIn(String token, String refreshToken, UserView user) {

        @Override
        public String toString() {
            return "a sign-in's answer";
        }
    }

    /**
     * 200 with tokens; 401 {@code CREDENTIALS_INVALID} alike for every address, 401 {@code SECOND_FACTOR_REQUIRED} or {@code
     * SECOND_FACTOR_WRONG}, 403 {@code ACCOUNT_SUSPENDED} or {@code BROWSER_REQUIRED}, 429 {@code RATE_LIMITED}.
     */
    @POST
    @Path("/login")
    public Response login(
            @Nullable Login body,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            @Context HttpServerRequest connection) {
        if (body == null || body.email() == null || body.password() == null) {
            throw new ProblemException(400, "MALFORMED", "A JSON body with email and password is expected.");
        }
        var source = ClientAddress.of(connection);
        var address = EmailAddress.parse(body.email()).orElseThrow(CredentialResource::invalid);
        var account = switch (passwords.of(address, body.password(), source, id -> Optional.empty())) {
            case PasswordCheck.Result.Right(var found) -> found;
            case PasswordCheck.Result.Wrong() -> throw invalid();
            case PasswordCheck.Result.Wait(var retryAfter) -> throw PasswordFaults.limited(retryAfter);
        };
        Admission.refusal(account).ifPresent(AdmittedResponses::json);
        var secondFactor = secondStepTaken(account, body.otp(), source);
        var shared = Boolean.TRUE.equals(body.shared());
        var opened = sessions.open(account, secondFactor, shared, userAgent, source)
                .orElseThrow(CredentialResource::invalid);
        return notStored(new SignedIn(opened.token(), opened.refreshToken(), UserView.of(account, true)));
    }

    /** 200 with the next tokens; 401 {@code REFRESH_TOKEN_INVALID}. */
    @POST
    @Path("/refresh")
    public Response refresh(@Nullable Refresh body) {
        var sent = Optional.ofNullable(body).map(Refresh::refreshToken).orElse("");
        return sessions.refresh(sent)
                .map(CredentialResource::notStored)
                .orElseThrow(() -> unauthorised("REFRESH_TOKEN_INVALID", "Sign in again: this token is not valid."));
    }

    private boolean secondStepTaken(Account account, @Nullable String otp, String source) {
        return switch (secondStep.verify(account, otp, Guesser.stranger(source))) {
            case StepResult.NotNeeded() -> false;
            case StepResult.Right() -> true;
            case StepResult.Missing() ->
                throw unauthorised("SECOND_FACTOR_REQUIRED", "Send otp as well: a code of the account's app.");
            case StepResult.Wrong() -> throw unauthorised("SECOND_FACTOR_WRONG", "This is not the code.");
            case StepResult.OnlyInBrowser() ->
                throw new ProblemException(403, "BROWSER_REQUIRED", "This account signs in with a browser.");
            case StepResult.TriesReached(var retryAfter) -> throw PasswordFaults.limited(retryAfter);
        };
    }

    private static Response notStored(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static ProblemException invalid() {
        return unauthorised("CREDENTIALS_INVALID", "Address and password do not belong together.");
    }

    private static ProblemException unauthorised(String code, String detail) {
        return new ProblemException(401, code, detail).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
