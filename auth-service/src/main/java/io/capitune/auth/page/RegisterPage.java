package io.capitune.auth.page;

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
import io.capitune.auth.register.Register;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;

/** Registration, with a password or without. */
@Path("/register")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RegisterPage {

    private final Register register;
    private final Waits waits;
    private final SignInCookie cookie;
    private final CurrentUser reader;
    private final Pages pages;

    RegisterPage(Register register, Waits waits, SignInCookie cookie, CurrentUser reader, Pages pages) {
        this.register = register;
        this.waits = waits;
        this.cookie = cookie;
        this.reader = reader;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance register(RegisterView view);

        static native TemplateInstance sent(String email);
    }

    @GET
    public Response page() {
        return pages.render(Templates.register(new RegisterView("", false, null, null)));
    }

    /** The same page for every address: look at your mail. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue(Account.CANDIDATE) String role,
            @Context HttpHeaders headers,
            @Context HttpServerRequest connection) {
        var texts = pages.messages(PasswordMessages.class);
        var professional = role.equals(Account.PROFESSIONAL);
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return again(422, new RegisterView(email, professional, texts.emailInvalid(), null));
        }
        var browser = cookie.of(headers);
        var wish = new Register.Wish(
                address.get(),
                password.isEmpty() ? null : password,
                professional ? Account.PROFESSIONAL : Account.CANDIDATE,
                reader.locale().getLanguage(),
                browser,
                ClientAddress.of(connection));
        return switch (register.request(wish)) {
            case Register.Asked.Sent() -> sent(address.get(), browser);
            case Register.Asked.Wait(var retryAfter) ->
                again(429, new RegisterView(email, professional, waits.beforeAPassword(retryAfter), null));
            case Register.Asked.Refused(var fault) ->
                again(422, new RegisterView(email, professional, null, PasswordTexts.of(fault, texts)));
        };
    }

    private Response sent(EmailAddress address, String browser) {
        var page = NotKept.page(pages.render(Templates.sent(address.value())));
        return Response.fromResponse(page).cookie(cookie.keep(browser)).build();
    }

    private Response again(int status, RegisterView view) {
        return NotKept.page(pages.render(status, Templates.register(view)));
    }
}
