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

/** The question before an act, and the act. */
@Path("/admin/users/{id}/{act: suspend|restore|reset-second-factor|delete}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@AdminsOnly
@RecentSignInOnly
public class ActPage {

    private final UserDirectory directory;
    private final UserAdministration administration;
    private final UserActs acts;
    private final CurrentUser caller;
    private final Pages pages;

    ActPage(
            UserDirectory directory,
            UserAdministration administration,
            UserActs acts,
            CurrentUser caller,
            Pages pages) {
        this.directory = directory;
        this.administration = administration;
        this.acts = acts;
        this.caller = caller;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(ActView view);
    }

    /** What was filled in. */
    public record Typed(String reason, String confirmation) {}

    /** The question, as it was answered. */
    public record ActView(UserView user, UserAct act, UserActs.Words words, Typed typed, FormErrors errors) {

        public boolean restores() {
            return act == UserAct.RESTORE;
        }

        public boolean suspends() {
            return act == UserAct.SUSPEND;
        }

        public boolean deletes() {
            return act == UserAct.DELETE;
        }

        public int shortest() {
            return Reason.SHORTEST;
        }

        public int longest() {
            return Reason.LONGEST;
        }
    }

    @GET
    public Response ask(@PathParam("id") String id, @PathParam("act") UserAct act) {
        return ask(200, id, act, new Typed("", ""), FormErrors.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("id") String id,
            @PathParam("act") UserAct act,
            @RestForm @DefaultValue("") String reason,
            @RestForm @DefaultValue("") String confirmation,
            @Context HttpServerRequest request) {
        var typed = new Typed(reason, confirmation);
        try {
            act(Actor.of(caller, request), id, act, typed);
        } catch (ProblemException problem) {
            return ask(problem.status(), id, act, typed, FormErrors.of(problem, pages.messages(AdminMessages.class)));
        }
        return SeeOther.to(
                        act == UserAct.DELETE
                                ? "/admin/users?done=deleted"
                                : "/admin/users/" + id + "?done=" + act.segment())
                .build();
    }

    private void act(Actor actor, String id, UserAct act, Typed typed) {
        switch (act) {
            case SUSPEND -> administration.suspend(actor, id, typed.reason());
            case RESTORE -> administration.restore(actor, id, typed.reason());
            case RESET_SECOND_FACTOR -> administration.resetFactor(actor, id, typed.reason());
            case DELETE -> administration.delete(actor, id, typed.confirmation(), typed.reason());
        }
    }

    private Response ask(int status, String id, UserAct act, Typed typed, FormErrors errors) {
        var view = new ActView(directory.get(id), act, acts.words(act), typed, errors);
        return pages.render(status, Templates.ask(view));
    }
}
