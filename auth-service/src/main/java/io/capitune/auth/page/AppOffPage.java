package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.factor.ChangeApp;
import io.capitune.auth.factor.ChangeResult;
import io.capitune.auth.factor.Guesser;
import io.capitune.auth.factor.SecondFactors;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Taking the app away: says what is lost, and wants a code. */
@Path("/account/security/app/off")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AppOffPage {

    private static final String PATH = SecurityPage.PATH + "/app/off";

    private final CurrentAccount current;
    private final SecondFactors factors;
    private final ChangeApp changeApp;
    private final Waits waits;
    private final Pages pages;

    AppOffPage(CurrentAccount current, SecondFactors factors, ChangeApp changeApp, Waits waits, Pages pages) {
        this.current = current;
        this.factors = factors;
        this.changeApp = changeApp;
        this.waits = waits;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance off(@Nullable String error);
    }

    @GET
    public Response page() {
        if (!factors.of(current.get()).on()) {
            return SeeOther.to(SecurityPage.PATH).build();
        }
        return current.recent() ? pages.render(Templates.off(null)) : Again.before(PATH);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response off(@RestForm @DefaultValue("") String code, @Context HttpServerRequest connection) {
        var account = current.get();
        if (!current.recent()) {
            return Again.before(PATH);
        }
        var texts = pages.messages(SecurityMessages.class);
        var guesser = new Guesser(ClientAddress.of(connection), current.secondFactorSession());
        return switch (changeApp.turnOff(account, code, guesser)) {
            case ChangeResult.Done done ->
                SeeOther.to(SecurityPage.PATH + "?done=app-off").build();
            case ChangeResult.NotOn() -> SeeOther.to(SecurityPage.PATH).build();
            case ChangeResult.Wrong() -> pages.render(422, Templates.off(texts.changeWrong()));
            case ChangeResult.TriesReached(var retryAfter) ->
                pages.render(429, Templates.off(waits.afterTooMany(retryAfter)));
            case ChangeResult.Required() -> pages.render(409, Templates.off(texts.adminsKeepOne()));
        };
    }
}
