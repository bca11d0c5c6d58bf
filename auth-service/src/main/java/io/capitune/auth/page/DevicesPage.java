package io.capitune.auth.page;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.session.CurrentAccount;
import io.capitune.auth.session.OwnSessions;
import io.capitune.auth.session.SessionView;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where somebody is signed in, and an end to it. */
@Path("/account/devices")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DevicesPage {

    private static final String PATH = "/account/devices";

    private final CurrentAccount current;
    private final OwnSessions sessions;
    private final Pages pages;

    DevicesPage(CurrentAccount current, OwnSessions sessions, Pages pages) {
        this.current = current;
        this.sessions = sessions;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance devices(List<SessionView> sessions, String done);

        static native TemplateInstance others(int count);
    }

    @GET
    public Response page(@QueryParam("done") @DefaultValue("") String done) {
        return NotKept.page(pages.render(Templates.devices(sessions.of(current.get()), done)));
    }

    /** Asks once more before everybody else is out. */
    @GET
    @Path("/others")
    public Response others() {
        return NotKept.page(
                pages.render(Templates.others(sessions.of(current.get()).size() - 1)));
    }

    @POST
    @Path("/others")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endOthers() {
        sessions.endOthers(current.get());
        return SeeOther.to(PATH + "?done=others").build();
    }

    /** Ends one. One that is over already is as good: the page shows those that are left. */
    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("id") String id) {
        sessions.end(current.get(), id);
        return SeeOther.to(PATH + "?done=one").build();
    }
}
