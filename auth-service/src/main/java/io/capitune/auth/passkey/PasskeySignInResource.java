package io.capitune.auth.passkey;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.AdmittedResponses;
import io.capitune.auth.admission.Proof;
import io.capitune.auth.signin.NextPath;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Sign-in by passkey. Whatever is wrong with an answer, the refusal is the same. */
@Path("/api/auth/signin/passkey")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PasskeySignInResource {

    private final SignInWithPasskey signInWithPasskey;
    private final ChallengeLimit limit;
    private final PasskeyCookie cookie;

    PasskeySignInResource(SignInWithPasskey signInWithPasskey, ChallengeLimit limit, PasskeyCookie cookie) {
        this.signInWithPasskey = signInWithPasskey;
        this.limit = limit;
        this.cookie = cookie;
    }

    /** What is posted with the browser's answer. */
    public record SignInByPasskey(
            @Nullable Answer credential,
            @Nullable String next,
            @Nullable Boolean shared) {}

    /** 200 with what {@code navigator.credentials.get} wants, and a cookie for the answer. */
    @POST
    @Path("/options")
    public Response options(@Context HttpHeaders headers, @Context HttpServerRequest connection) {
        limit.take(ClientAddress.of(connection));
        var browser = cookie.of(headers);
        return Response.ok(signInWithPasskey.options(browser))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.keep(browser))
                .build();
    }

    /** 200 with the path to go on to, and the session's cookie. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(@Nullable SignInByPasskey body, @Context HttpHeaders headers) {
        if (body == null || body.credential() == null) {
            throw new ProblemException(400, "MALFORMED", "A JSON body with a credential is expected.");
        }
        var wish =
                new Admission.Wish(NextPath.of(body.next()).value(), Boolean.TRUE.equals(body.shared()), Proof.PASSKEY);
        return signInWithPasskey
                .signIn(cookie.of(headers), body.credential(), wish, headers)
                .map(AdmittedResponses::json)
                .orElseThrow(() -> new ProblemException(
                        401, "PASSKEY_REFUSED", "No passkey of this site answered; try again or sign in by e-mail."));
    }
}
