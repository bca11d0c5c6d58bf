package io.capitune.cvjob.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.remove.Removals;
import io.capitune.cvjob.retry.Retries;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** One CV: on its way, done with its proof, without its file any more, or failed; and what can be done with it. */
@Path("/cv/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StatusPage {

    private final StatusViews views;
    private final Retries retries;
    private final Removals removals;
    private final CurrentUser user;
    private final Pages pages;

    StatusPage(StatusViews views, Retries retries, Removals removals, CurrentUser user, Pages pages) {
        this.views = views;
        this.retries = retries;
        this.removals = removals;
        this.user = user;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance running(StatusView view);

        static native TemplateInstance progress(StatusView view);

        static native TemplateInstance done(StatusView view, StatusView.DoneView done);

        static native TemplateInstance gone(StatusView view);

        static native TemplateInstance failed(StatusView view);

        static native TemplateInstance delete(StatusView view);
    }

    /** The page. */
    @GET
    public Response page(@PathParam("id") String id) {
        var view = view(id);
        var done = view.done();
        if (done != null) {
            return pages.render(Templates.done(view, done));
        }
        return pages.render(
                switch (view.job().status()) {
                    case "done" -> Templates.gone(view);
                    case "failed" -> Templates.failed(view);
                    default -> Templates.running(view);
                });
    }

    /** The part that moves, asked for each second; once there is nothing more to wait for, it asks for the whole page. */
    @GET
    @Path("fragment")
    public Response fragment(@PathParam("id") String id) {
        var view = view(id);
        var response = pages.render(Templates.progress(view));
        return view.job().finishedAt() == null
                ? response
                : Response.fromResponse(response).header("HX-Refresh", "true").build();
    }

    /** Tries a failed one again. */
    @POST
    @Path("retry")
    public Response retry(@PathParam("id") String id) {
        try {
            return SeeOther.to("/cv/" + retries.retry(Caller.of(user), id)).build();
        } catch (ProblemException problem) {
            if ("QUOTA_REACHED".equals(problem.code())) {
                return SeeOther.to("/upgrade").build();
            }
            throw problem;
        }
    }

    /** Asks first, where no dialog could. */
    @GET
    @Path("delete")
    public Response ask(@PathParam("id") String id) {
        return pages.render(Templates.delete(view(id)));
    }

    /** Removes it, and cancels what has not ended. */
    @POST
    @Path("delete")
    public Response delete(@PathParam("id") String id) {
        removals.remove(Caller.of(user), id);
        return SeeOther.to("/cv?gone=1").build();
    }

    private StatusView view(String id) {
        return views.of(Caller.of(user), id);
    }
}
