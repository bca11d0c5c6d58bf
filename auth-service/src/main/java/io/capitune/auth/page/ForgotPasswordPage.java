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

import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.password.ForgottenPassword;
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

/** Asks for the link to a new password. */
@Path("/forgot-password")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ForgotPasswordPage {

    private final ForgottenPassword forgotten;
    private final SignInCookie cookie;
    private final CurrentUser reader;
    private final Pages pages;

    ForgotPasswordPage(ForgottenPassword forgotten, SignInCookie cookie, CurrentUser reader, Pages pages) {
        this.forgotten = forgotten;
        this.cookie = cookie;
        this.reader = reader;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance forgot(String email, @Nullable String error);
    }

    @GET
    public Response page() {
        return pages.render(Templates.forgot("", null));
    }

    /** The same page for every address: look at your mail. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @RestForm @DefaultValue("") String email,
            @Context HttpHeaders headers,
            @Context HttpServerRequest connection) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            var invalid = pages.messages(PasswordMessages.class).emailInvalid();
            return NotKept.page(pages.render(422, Templates.forgot(email, invalid)));
        }
        var browser = cookie.of(headers);
        forgotten.request(address.get(), reader.locale().getLanguage(), browser, ClientAddress.of(connection));
        var sent = NotKept.page(
                pages.render(RegisterPage.Templates.sent(address.get().value())));
        return Response.fromResponse(sent).cookie(cookie.keep(browser)).build();
    }
}
