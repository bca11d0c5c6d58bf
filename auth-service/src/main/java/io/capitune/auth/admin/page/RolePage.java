package io.capitune.auth.admin.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admin.Actor;
import io.capitune.auth.admin.AdminsOnly;
import io.capitune.auth.admin.Reason;
import io.capitune.auth.admin.RecentSignInOnly;
import io.capitune.auth.admin.UserAdministration;
import io.capitune.auth.admin.UserDirectory;
import io.capitune.auth.admin.UserView;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;

/** What an account may be. */
@Path("/admin/users/{id}/role")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@AdminsOnly
@RecentSignInOnly
public class RolePage {

    private final UserDirectory directory;
    private final UserAdministration administration;
    private final CurrentUser caller;
    private final Pages pages;

    RolePage(UserDirectory directory, UserAdministration administration, CurrentUser caller, Pages pages) {
        this.directory = directory;
        this.administration = administration;
        this.caller = caller;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(RoleView view);
    }

    /** The form, as it was filled in. */
    public record RoleView(UserView user, String role, boolean verified, String reason, FormErrors errors) {

        public int shortest() {
            return Reason.SHORTEST;
        }

        public int longest() {
            return Reason.LONGEST;
        }
    }

    @GET
    public Response page(@PathParam("id") String id) {
        var user = directory.get(id);
        return pages.render(
                Templates.form(new RoleView(user, user.role(), user.verifiedAt() != null, "", FormErrors.NONE)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") String id,
            @RestForm @DefaultValue("") String role,
            @RestForm @DefaultValue("false") boolean verified,
            @RestForm @DefaultValue("") String reason,
            @Context HttpServerRequest request) {
        try {
            administration.changeRole(Actor.of(caller, request), id, role, verified, reason);
            return SeeOther.to("/admin/users/" + id + "?done=role").build();
        } catch (ProblemException problem) {
            var errors = FormErrors.of(problem, pages.messages(AdminMessages.class));
            return pages.render(
                    problem.status(), Templates.form(new RoleView(directory.get(id), role, verified, reason, errors)));
        }
    }
}
