package io.capitune.auth.admin.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Account;
import io.capitune.auth.admin.AccountOpening;
import io.capitune.auth.admin.Actor;
import io.capitune.auth.admin.AdminsOnly;
import io.capitune.auth.admin.RecentSignInOnly;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;

/** A new account for somebody else. */
@Path("/admin/users/new")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@AdminsOnly
@RecentSignInOnly
public class NewUserPage {

    private final AccountOpening opening;
    private final CurrentUser caller;
    private final Pages pages;

    NewUserPage(AccountOpening opening, CurrentUser caller, Pages pages) {
        this.opening = opening;
        this.caller = caller;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(NewUserView view);
    }

    /** The form, as it was filled in. */
    public record NewUserView(String email, String role, boolean verified, String locale, FormErrors errors) {}

    @GET
    public Response page() {
        return pages.render(Templates.form(new NewUserView("", Account.CANDIDATE, false, "fr", FormErrors.NONE)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String role,
            @RestForm @DefaultValue("false") boolean verified,
            @RestForm @DefaultValue("fr") String locale,
            @Context HttpServerRequest request) {
        try {
            var wish = new AccountOpening.Wish(email, role, verified, locale);
            var account = opening.open(Actor.of(caller, request), wish);
            return SeeOther.to("/admin/users/" + account.id() + "?done=created").build();
        } catch (ProblemException problem) {
            var errors = FormErrors.of(problem, pages.messages(AdminMessages.class));
            return pages.render(
                    problem.status(), Templates.form(new NewUserView(email, role, verified, locale, errors)));
        }
    }
}
