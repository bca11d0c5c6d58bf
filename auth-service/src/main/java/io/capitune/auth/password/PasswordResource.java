package io.capitune.auth.password;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Forgotten and changed passwords, by API. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PasswordResource {

    private final ForgottenPassword forgotten;
    private final OwnPassword own;
    private final CurrentAccount current;
    private final SignInCookie cookie;
    private final CurrentUser caller;

    PasswordResource(
            ForgottenPassword forgotten,
            OwnPassword own,
            CurrentAccount current,
            SignInCookie cookie,
            CurrentUser caller) {
        this.forgotten = forgotten;
        this.own = own;
        this.current = current;
        this.cookie = cookie;
        this.caller = caller;
    }

    /** Whose password is forgotten. */
    public record Forgotten(@Nullable String email) {}

    /** The token of the mail, and the new password. */
    public record Reset(@Nullable String token, @Nullable String password) {

        @Override
        public String toString() {
            return "a reset";
        }
    }

    /** The password as it is, where there is one, and the new one. */
    public record Change(@Nullable String current, @Nullable String password) {

        @Override
        public String toString() {
            return "a change";
        }
    }

    /** 202 with the same words for every address. */
    @POST
    @Path("/forgot-password")
    public Response forgot(
            @Nullable Forgotten body, @Context HttpHeaders headers, @Context HttpServerRequest connection) {
        var address = EmailAddress.parse(body == null || body.email() == null ? "" : body.email())
                .orElseThrow(() -> ProblemException.validation(
                        List.of(new FieldError("/email", "This is not an e-mail address."))));
        var browser = cookie.of(headers);
        forgotten.request(address, caller.locale().getLanguage(), browser, ClientAddress.of(connection));
        return Response.accepted(Map.of("status", "sent"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.keep(browser))
                .build();
    }

    /** 204: the password is set and every session has ended; 410 {@code LINK_OVER}, 429 {@code RATE_LIMITED}. */
    @POST
    @Path("/reset-password")
    public Response reset(@Nullable Reset body, @Context HttpServerRequest connection) {
        if (body == null || body.token() == null || body.password() == null) {
            throw new ProblemException(400, "MALFORMED", "A JSON body with token and password is expected.");
        }
        var reset = forgotten.look(body.token()).orElseThrow(PasswordResource::over);
        keepsTheRules(reset.account(), body.password(), connection);
        if (!forgotten.reset(reset, body.password(), ClientAddress.of(connection))) {
            throw over();
        }
        return Response.noContent().build();
    }

    /** 204: the password is set and every other session has ended; 403 {@code RECENT_SIGNIN_REQUIRED}, 422 {@code PASSWORD_WRONG}, 429 {@code RATE_LIMITED}. */
    @POST
    @Path("/change-password")
    public Response change(@Nullable Change body, @Context HttpServerRequest connection) {
        var account = current.get();
        if (body == null || body.password() == null) {
            throw new ProblemException(400, "MALFORMED", "A JSON body with password is expected.");
        }
        own.prove(account, body.current(), ClientAddress.of(connection));
        keepsTheRules(account, body.password(), connection);
        own.change(account, body.password(), ClientAddress.of(connection));
        return Response.noContent().build();
    }

    private void keepsTheRules(Account account, String password, HttpServerRequest connection) {
        switch (own.judge(account, password, ClientAddress.of(connection))) {
            case OwnPassword.Judgement.Kept() -> {}
            case OwnPassword.Judgement.Broken(var fault) -> throw PasswordFaults.problem(fault, account.isAdmin());
            case OwnPassword.Judgement.Wait(var retryAfter) -> throw PasswordFaults.limited(retryAfter);
        }
    }

    private static ProblemException over() {
        return new ProblemException(410, "LINK_OVER", "This link was used, or it is too old; ask for another.");
    }
}
