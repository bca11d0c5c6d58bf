package io.capitune.auth.page;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.address.ChangeAddress;
import io.capitune.auth.password.OwnPassword;
import io.capitune.auth.password.PasswordCheck;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Asking for another address. */
@Path("/account/email")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EmailPage {

    private static final String PATH = "/account/email";

    private final ChangeAddress changeAddress;
    private final OwnPassword own;
    private final CurrentAccount current;
    private final SignInCookie cookie;
    private final CurrentUser caller;
    private final Waits waits;
    private final Pages pages;

    EmailPage(
            ChangeAddress changeAddress,
            OwnPassword own,
            CurrentAccount current,
            SignInCookie cookie,
            CurrentUser caller,
            Waits waits,
            Pages pages) {
        this.changeAddress = changeAddress;
        this.own = own;
        this.current = current;
        this.cookie = cookie;
        this.caller = caller;
        this.waits = waits;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(EmailChangeView view);

        static native TemplateInstance sent(String email);
    }

    /** The form; where there is no password, a recent sign-in stands for it. */
    @GET
    public Response page() {
        var account = current.get();
        return own.exists(account) || current.recent() ? form(200, account, "", null, null) : Again.before(PATH);
    }

    /** The same page for every address: look at your mail. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @Context HttpHeaders headers,
            @Context HttpServerRequest connection) {
        var account = current.get();
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            var wrong = pages.messages(PasswordMessages.class).emailInvalid();
            return form(422, account, email, wrong, null);
        }
        if (address.get().value().equals(account.email())) {
            return form(
                    422, account, email, pages.messages(AddressMessages.class).same(), null);
        }
        var source = ClientAddress.of(connection);
        return unproved(account, email, password, source)
                .orElseGet(() -> send(account, address.get(), headers, source));
    }

    private Response send(Account account, EmailAddress address, HttpHeaders headers, String source) {
        var browser = cookie.of(headers);
        var wait = changeAddress.request(account, address, browser, source, caller.sessionId(), current.heldSince());
        if (wait.isPresent()) {
            var minutes = wait.get().plusSeconds(59).toMinutes();
            var tooMany = pages.messages(AddressMessages.class).tooMany(minutes);
            return form(429, account, address.value(), tooMany, null);
        }
        var sent = NotKept.page(pages.render(Templates.sent(address.value())));
        return Response.fromResponse(sent).cookie(cookie.keep(browser)).build();
    }

    /** The answer where they have not proved again who they are. */
    private Optional<Response> unproved(Account account, String email, String password, String source) {
        if (!own.exists(account)) {
            return current.recent() ? Optional.empty() : Optional.of(Again.before(PATH));
        }
        var texts = pages.messages(PasswordMessages.class);
        return switch (own.check(account, password, source)) {
            case PasswordCheck.Result.Right right -> Optional.empty();
            case PasswordCheck.Result.Wrong wrong -> Optional.of(form(422, account, email, null, texts.currentWrong()));
            case PasswordCheck.Result.Wait(var retryAfter) ->
                Optional.of(form(429, account, email, null, waits.beforeAPassword(retryAfter)));
        };
    }

    private Response form(
            int status, Account account, String email, @Nullable String emailError, @Nullable String passwordError) {
        var view = new EmailChangeView(account.email(), email, own.exists(account), emailError, passwordError);
        return NotKept.page(pages.render(status, Templates.form(view)));
    }
}
