package io.capitune.auth.page;

import java.util.function.Function;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.signin.CodeResult;
import io.capitune.auth.signin.Codes;
import io.capitune.auth.signin.CompleteSignIn;
import io.capitune.auth.signin.NextPath;
import io.capitune.auth.signin.SignIn;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.web.SeeOther;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The sign-in page's second step: the code from the mail, in the browser that asked. */
@Path("/login/code")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CodePage {

    private final CompleteSignIn completeSignIn;
    private final SignInCookie cookie;
    private final CodeViews views;
    private final AdmissionPages admissions;
    private final Pages pages;

    CodePage(
            CompleteSignIn completeSignIn,
            SignInCookie cookie,
            CodeViews views,
            AdmissionPages admissions,
            Pages pages) {
        this.completeSignIn = completeSignIn;
        this.cookie = cookie;
        this.views = views;
        this.admissions = admissions;
        this.pages = pages;
    }

    @GET
    public Response page(@Context HttpHeaders headers) {
        return completeSignIn
                .pending(cookie.of(headers))
                .map(pending -> NotKept.page(pages.render(LoginPage.Templates.code(views.of(pending)))))
                .orElseGet(() -> SeeOther.to("/login").build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @RestForm @Nullable String code,
            @RestForm @Nullable String next,
            @Context HttpServerRequest connection,
            @Context HttpHeaders headers) {
        var browser = cookie.of(headers);
        var typed = Codes.read(code);
        if (typed.isEmpty()) {
            return again(422, browser, next, views::malformed);
        }
        return switch (completeSignIn.tryCode(browser, typed.get(), ClientAddress.of(connection), headers)) {
            case CodeResult.Right(var admitted) -> admissions.page(admitted, () -> expired(next));
            case CodeResult.Wrong(var left) -> again(422, browser, next, pending -> views.wrong(pending, left));
            case CodeResult.NoTriesLeft() -> again(429, browser, next, views::triesReached);
            case CodeResult.NothingPending() -> expired(next);
        };
    }

    private Response again(int status, String browser, @Nullable String next, Function<SignIn, CodeView> view) {
        return completeSignIn
                .pending(browser)
                .map(pending -> NotKept.page(pages.render(status, LoginPage.Templates.code(view.apply(pending)))))
                .orElseGet(() -> expired(next));
    }

    private Response expired(@Nullable String next) {
        return pages.render(
                410,
                LoginPage.Templates.email(EmailView.expired(NextPath.of(next).value())));
    }
}
