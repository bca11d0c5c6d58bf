package io.capitune.auth.page;

import java.util.List;

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

/** New recovery codes in place of the old ones, for a code. */
@Path("/account/security/codes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CodesPage {

    private static final String PATH = SecurityPage.PATH + "/codes";

    private final CurrentAccount current;
    private final SecondFactors factors;
    private final ChangeApp changeApp;
    private final Waits waits;
    private final Pages pages;

    CodesPage(CurrentAccount current, SecondFactors factors, ChangeApp changeApp, Waits waits, Pages pages) {
        this.current = current;
        this.factors = factors;
        this.changeApp = changeApp;
        this.waits = waits;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance renew(@Nullable String error);

        /** The codes, this once; {@code plain} before the reader is signed in. */
        static native TemplateInstance shown(List<String> codes, String next, boolean plain);
    }

    @GET
    public Response page() {
        if (!factors.of(current.get()).on()) {
            return SeeOther.to(SecurityPage.PATH).build();
        }
        return current.recent() ? pages.render(Templates.renew(null)) : Again.before(PATH);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response renew(@RestForm @DefaultValue("") String code, @Context HttpServerRequest connection) {
        var account = current.get();
        if (!current.recent()) {
            return Again.before(PATH);
        }
        var guesser = new Guesser(ClientAddress.of(connection), current.secondFactorSession());
        return switch (changeApp.renewRecoveryCodes(account, code, guesser)) {
            case ChangeResult.Done(var codes) -> pages.render(Templates.shown(codes, SecurityPage.PATH, false));
            case ChangeResult.Wrong() ->
                pages.render(
                        422,
                        Templates.renew(pages.messages(SecurityMessages.class).changeWrong()));
            case ChangeResult.TriesReached(var retryAfter) ->
                pages.render(429, Templates.renew(waits.afterTooMany(retryAfter)));
            case ChangeResult.NotOn(), ChangeResult.Required() ->
                SeeOther.to(SecurityPage.PATH).build();
        };
    }
}
