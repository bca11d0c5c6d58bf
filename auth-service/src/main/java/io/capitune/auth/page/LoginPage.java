package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.signin.NextPath;
import io.capitune.auth.signin.RequestSignIn;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.auth.signin.SignInRequest;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The sign-in page's first step: the address. */
@Path("/login")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LoginPage {

    private final RequestSignIn requestSignIn;
    private final SignInCookie cookie;
    private final CurrentUser reader;
    private final Pages pages;

    LoginPage(RequestSignIn requestSignIn, SignInCookie cookie, CurrentUser reader, Pages pages) {
        this.requestSignIn = requestSignIn;
        this.cookie = cookie;
        this.reader = reader;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance email(EmailView view);

        static native TemplateInstance code(CodeView view);
    }

    /** The form; somebody who is signed in already is sent on. */
    @GET
    public Response page(@QueryParam("next") @Nullable String next) {
        var path = NextPath.of(next).value();
        return reader.signedIn() ? SeeOther.to(path).build() : pages.render(Templates.email(EmailView.empty(path)));
    }

    /** Asks for the mail and goes on to the code, alike for every address. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @RestForm @DefaultValue("") String email,
            @RestForm @Nullable String next,
            @RestForm @DefaultValue("false") boolean shared,
            @Context HttpHeaders headers,
            @Context HttpServerRequest connection) {
        var path = NextPath.of(next);
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return NotKept.page(
                    pages.render(422, Templates.email(new EmailView(path.value(), email, shared, true, false))));
        }
        var browser = cookie.of(headers);
        requestSignIn.request(new SignInRequest(
                address.get(),
                browser,
                ClientAddress.of(connection),
                path,
                reader.locale().getLanguage(),
                shared));
        return SeeOther.to("/login/code").cookie(cookie.keep(browser)).build();
    }
}
