package io.capitune.auth.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.admission.AdmittedResponses;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Sign-in by API: asking for the mail, and the code from it. The link is {@code CallbackPage}'s. */
@Path("/api/auth/signin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SignInResource {

    private final RequestSignIn requestSignIn;
    private final CompleteSignIn completeSignIn;
    private final SignInCookie cookie;
    private final CurrentUser reader;

    SignInResource(
            RequestSignIn requestSignIn, CompleteSignIn completeSignIn, SignInCookie cookie, CurrentUser reader) {
        this.requestSignIn = requestSignIn;
        this.completeSignIn = completeSignIn;
        this.cookie = cookie;
        this.reader = reader;
    }

    /** What is posted to ask for a mail. */
    public record EmailRequest(
            @Nullable String email,
            @Nullable String next,
            @Nullable Boolean shared) {}

    /** What is posted with the code. */
    public record CodeRequest(@Nullable String code) {}

    /** 202 with the same words for every address, known or not, within the limits or beyond. */
    @POST
    @Path("/email")
    public Response email(
            @Nullable EmailRequest body, @Context HttpHeaders headers, @Context HttpServerRequest connection) {
        var asked = Optional.ofNullable(body).orElseThrow(SignInResource::noBody);
        var address = Optional.ofNullable(asked.email())
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> invalid("/email", "This is not an e-mail address."));
        var browser = cookie.of(headers);
        requestSignIn.request(new SignInRequest(
                address,
                browser,
                ClientAddress.of(connection),
                NextPath.of(asked.next()),
                reader.locale().getLanguage(),
                Boolean.TRUE.equals(asked.shared())));
        return Response.accepted(Map.of("status", "sent"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.keep(browser))
                .build();
    }

    /** 200 with the path to go on to, and the session's cookie. */
    @POST
    @Path("/code")
    public Response code(
            @Nullable CodeRequest body, @Context HttpServerRequest connection, @Context HttpHeaders headers) {
        var asked = Optional.ofNullable(body).orElseThrow(SignInResource::noBody);
        var code = Codes.read(asked.code()).orElseThrow(() -> invalid("/code", "The code has six digits."));
        return switch (completeSignIn.tryCode(cookie.of(headers), code, ClientAddress.of(connection), headers)) {
            case CodeResult.Right(var admitted) -> AdmittedResponses.json(admitted);
            case CodeResult.Wrong(var left) ->
                throw new ProblemException(422, "CODE_WRONG", "This is not the code; tries left: " + left + ".");
            case CodeResult.NoTriesLeft() ->
                throw new ProblemException(
                        429, "CODE_TRIES_REACHED", "Too many wrong codes; use the link in the mail.");
            case CodeResult.NothingPending() ->
                throw new ProblemException(410, "SIGNIN_EXPIRED", "No sign-in waits here; ask for another mail.");
        };
    }

    private static ProblemException noBody() {
        return new ProblemException(400, "MALFORMED", "A JSON body is expected.");
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.validation(List.of(new FieldError(pointer, detail)));
    }
}
