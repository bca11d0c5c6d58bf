package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.password.ForgottenPassword;
import io.capitune.auth.password.OwnPassword;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Where the link of a forgotten password leads: a form, which alone uses it up. */
@Path("/reset-password")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ResetPasswordPage {

    private final ForgottenPassword forgotten;
    private final OwnPassword own;
    private final Waits waits;
    private final Pages pages;

    ResetPasswordPage(ForgottenPassword forgotten, OwnPassword own, Waits waits, Pages pages) {
        this.waits = waits;
        this.forgotten = forgotten;
        this.own = own;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance reset(String token, String email, boolean admin, @Nullable String error);
    }

    @GET
    public Response page(@QueryParam("token") @DefaultValue("") String token) {
        return forgotten.look(token).map(found -> page(200, token, found, null)).orElseGet(this::over);
    }

    /** Sets the password and goes on to the sign-in; pressed twice, it goes on all the same. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reset(
            @RestForm @DefaultValue("") String token,
            @RestForm @DefaultValue("") String password,
            @Context HttpServerRequest connection) {
        var found = forgotten.look(token);
        if (found.isEmpty()) {
            return spent(token);
        }
        var reset = found.get();
        var source = ClientAddress.of(connection);
        return switch (own.judge(reset.account(), password, source)) {
            case OwnPassword.Judgement.Wait(var retryAfter) ->
                page(429, token, reset, waits.beforeAPassword(retryAfter));
            case OwnPassword.Judgement.Broken(var fault) ->
                page(422, token, reset, PasswordTexts.of(fault, pages.messages(PasswordMessages.class)));
            case OwnPassword.Judgement.Kept() -> forgotten.reset(reset, password, source) ? done() : spent(token);
        };
    }

    private Response spent(String token) {
        return forgotten.justUsed(token) ? done() : over();
    }

    private static Response done() {
        return SeeOther.to("/login/password?done=true").build();
    }

    private Response page(int status, String token, ForgottenPassword.Reset reset, @Nullable String error) {
        var account = reset.account();
        return NotKept.page(pages.render(status, Templates.reset(token, account.email(), account.isAdmin(), error)));
    }

    private Response over() {
        return NotKept.page(pages.render(410, VerifyEmailPage.Templates.over("/forgot-password")));
    }
}
