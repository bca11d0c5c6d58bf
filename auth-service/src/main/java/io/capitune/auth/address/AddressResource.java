package io.capitune.auth.address;

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

import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.password.OwnPassword;
import io.capitune.auth.password.PasswordFaults;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Another address for an account, by API. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AddressResource {

    private final ChangeAddress changeAddress;
    private final UndoAddress undoAddress;
    private final OwnPassword own;
    private final CurrentAccount current;
    private final SignInCookie cookie;
    private final CurrentUser caller;

    AddressResource(
            ChangeAddress changeAddress,
            UndoAddress undoAddress,
            OwnPassword own,
            CurrentAccount current,
            SignInCookie cookie,
            CurrentUser caller) {
        this.changeAddress = changeAddress;
        this.undoAddress = undoAddress;
        this.own = own;
        this.current = current;
        this.cookie = cookie;
        this.caller = caller;
    }

    /** The new address, and the account's password where it has one; a recent sign-in stands for it where it has none. */
    public record Change(@Nullable String email, @Nullable String password) {

        @Override
        public String toString() {
            return "a change of address";
        }
    }

    /** The token of the mail. */
    public record LinkToken(@Nullable String token) {

        @Override
        public String toString() {
            return "a link's token";
        }
    }

    /**
     * 202 with the same words for every address; 422 {@code PASSWORD_WRONG}, 403 {@code RECENT_SIGNIN_REQUIRED}, 429 {@code
     * RATE_LIMITED}.
     */
    @POST
    @Path("/change-email")
    public Response change(@Nullable Change body, @Context HttpHeaders headers, @Context HttpServerRequest connection) {
        var account = current.get();
        var address = address(account, body == null ? null : body.email());
        var source = ClientAddress.of(connection);
        own.prove(account, body == null ? null : body.password(), source);
        var browser = cookie.of(headers);
        changeAddress
                .request(account, address, browser, source, caller.sessionId(), current.heldSince())
                .ifPresent(wait -> {
                    throw PasswordFaults.limited(wait);
                });
        return Response.accepted(Map.of("status", "sent"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.keep(browser))
                .build();
    }

    /** 200 with the address that the account has now; 410 {@code LINK_OVER}, 409 {@code EMAIL_TAKEN}. */
    @POST
    @Path("/confirm-email")
    public Response confirm(@Nullable LinkToken body) {
        return answer(
                changeAddress.confirm(token(body)),
                "This link was used or is too old, or the session that asked for it has ended; ask for another.");
    }

    /** 200 with the address that the account has again, all its sessions over; 410 {@code LINK_OVER}, 409 {@code EMAIL_TAKEN}. */
    @POST
    @Path("/undo-email")
    public Response undo(@Nullable LinkToken body) {
        return answer(undoAddress.undo(token(body)), "This link was used, or the change can no longer be undone.");
    }

    private static Response answer(AddressResult result, String over) {
        return switch (result) {
            case AddressResult.Done(var email) ->
                Response.ok(Map.of("email", email))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case AddressResult.Taken() ->
                throw new ProblemException(409, "EMAIL_TAKEN", "This address belongs to another account by now.");
            case AddressResult.DoneBefore(var email) -> throw new ProblemException(410, "LINK_OVER", over);
            case AddressResult.Over() -> throw new ProblemException(410, "LINK_OVER", over);
        };
    }

    private static EmailAddress address(Account account, @Nullable String typed) {
        var address = Optional.ofNullable(typed)
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> invalid("This is not an e-mail address."));
        if (address.value().equals(account.email())) {
            throw invalid("This is the account's address already.");
        }
        return address;
    }

    private static String token(@Nullable LinkToken body) {
        return Optional.ofNullable(body).map(LinkToken::token).orElse("");
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.validation(List.of(new FieldError("/email", detail)));
    }
}
