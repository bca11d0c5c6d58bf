package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Account;
import io.capitune.auth.factor.Enrolment;
import io.capitune.auth.factor.SecondFactors;
import io.capitune.auth.factor.TurnOnApp;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Setting an app up: its picture and key, then its first code. */
@Path("/account/security/app")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AppPage {

    private static final String PATH = SecurityPage.PATH + "/app";

    private final CurrentAccount current;
    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final TurnOnApp turnOnApp;
    private final Pages pages;

    AppPage(CurrentAccount current, SecondFactors factors, Enrolment enrolment, TurnOnApp turnOnApp, Pages pages) {
        this.current = current;
        this.factors = factors;
        this.enrolment = enrolment;
        this.turnOnApp = turnOnApp;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance app(AppSetUpView view);
    }

    @GET
    public Response page() {
        var account = current.get();
        if (factors.of(account).on()) {
            return SeeOther.to(SecurityPage.PATH).build();
        }
        return current.recent()
                ? pages.render(Templates.app(AppSetUpView.of(account.email(), enrolment.draft(account), null)))
                : Again.before(PATH);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@RestForm @Nullable String draft, @RestForm @Nullable String code) {
        var account = current.get();
        if (!current.recent()) {
            return Again.before(PATH);
        }
        return switch (turnOnApp.turnOn(account, draft, code)) {
            case TurnOnApp.Result.On(var codes) ->
                pages.render(CodesPage.Templates.shown(codes, SecurityPage.PATH, false));
            case TurnOnApp.Result.WrongCode() -> wrong(account, draft);
            case TurnOnApp.Result.DraftOver() -> SeeOther.to(PATH).build();
            case TurnOnApp.Result.AlreadyOn() -> SeeOther.to(SecurityPage.PATH).build();
        };
    }

    private Response wrong(Account account, @Nullable String draft) {
        var error = pages.messages(SecurityMessages.class).setUpWrong();
        return enrolment
                .draft(account, draft)
                .map(known -> pages.render(422, Templates.app(AppSetUpView.of(account.email(), known, error))))
                .orElseGet(() -> SeeOther.to(PATH).build());
    }
}
