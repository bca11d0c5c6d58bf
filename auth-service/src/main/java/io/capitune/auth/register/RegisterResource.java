package io.capitune.auth.register;

import java.util.ArrayList;
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
import io.capitune.auth.admission.Admitted;
import io.capitune.auth.admission.AdmittedResponses;
import io.capitune.auth.password.PasswordFaults;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.security.Languages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Registration by API. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RegisterResource {

    private static final List<String> ROLES = List.of(Account.CANDIDATE, Account.PROFESSIONAL);

    private final Register register;
    private final SignInCookie cookie;
    private final CurrentUser reader;

    RegisterResource(Register register, SignInCookie cookie, CurrentUser reader) {
        this.register = register;
        this.cookie = cookie;
        this.reader = reader;
    }

    /** Who wants an account; a candidate's unless it says otherwise. Without a password, the mailed link is the way in. */
    public record Registration(
            @Nullable String email,
            @Nullable String password,
            @Nullable String role,
            @Nullable String locale) {

        @Override
        public String toString() {
            return "a registration";
        }
    }

    /** The token of the mail, and whether others use the device. */
    public record Verification(
            @Nullable String token, @Nullable Boolean shared) {}

    /** 202 with the same words for every address; the account begins with the mail. */
    @POST
    @Path("/register")
    public Response register(
            @Nullable Registration body, @Context HttpHeaders headers, @Context HttpServerRequest connection) {
        if (body == null) {
            throw new ProblemException(400, "MALFORMED", "A JSON body is expected.");
        }
        var browser = cookie.of(headers);
        switch (register.request(checked(body, browser, ClientAddress.of(connection)))) {
            case Register.Asked.Sent() -> {}
            case Register.Asked.Wait(var retryAfter) -> throw PasswordFaults.limited(retryAfter);
            case Register.Asked.Refused(var fault) -> throw PasswordFaults.problem(fault, false);
        }
        return Response.accepted(Map.of("status", "sent"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.keep(browser))
                .build();
    }

    /** 200 with the path to go on to and the session's cookie: the account is open. 410 {@code LINK_OVER}. */
    @POST
    @Path("/verify-email")
    public Response verify(@Nullable Verification body, @Context HttpHeaders headers) {
        var token = Optional.ofNullable(body).map(Verification::token).orElse("");
        var shared = body != null && Boolean.TRUE.equals(body.shared());
        var link = register.look(token).orElseThrow(RegisterResource::over);
        var admitted = register.complete(link, true, shared, headers);
        if (admitted instanceof Admitted.Spent) {
            throw over();
        }
        return AdmittedResponses.json(admitted);
    }

    private static ProblemException over() {
        return new ProblemException(410, "LINK_OVER", "This link was used, or it is too old; register again.");
    }

    private Register.Wish checked(Registration asked, String browser, String source) {
        var errors = new ArrayList<FieldError>();
        var address = EmailAddress.parse(asked.email() == null ? "" : asked.email());
        if (address.isEmpty()) {
            errors.add(new FieldError("/email", "This is not an e-mail address."));
        }
        var role = asked.role() == null ? Account.CANDIDATE : asked.role();
        if (!ROLES.contains(role)) {
            errors.add(new FieldError("/role", "There are: " + String.join(", ", ROLES) + "."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
        var password = asked.password() == null || asked.password().isEmpty() ? null : asked.password();
        var locale = asked.locale() == null ? reader.locale() : Languages.of(asked.locale());
        return new Register.Wish(address.get(), password, role, locale.getLanguage(), browser, source);
    }
}
