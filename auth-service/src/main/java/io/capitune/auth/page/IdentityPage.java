package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.provider.IdentityView;
import io.capitune.auth.provider.OwnIdentities;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** One identity at another provider: away with it after a look at what that means. */
@Path("/account/security/providers/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class IdentityPage {

    private static final String PATH = SecurityPage.PATH + "/providers/";

    private final CurrentAccount current;
    private final OwnIdentities identities;
    private final Pages pages;

    IdentityPage(CurrentAccount current, OwnIdentities identities, Pages pages) {
        this.current = current;
        this.identities = identities;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance identity(IdentityView identity);
    }

    @GET
    public Response page(@PathParam("id") String id) {
        var identity = identities.one(current.get(), id).orElseThrow(ProblemException::notFound);
        return pages.render(Templates.identity(identity));
    }

    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unlink(@PathParam("id") String id) {
        var account = current.get();
        identities.one(account, id).orElseThrow(ProblemException::notFound);
        if (!current.recent()) {
            return Again.before(PATH + id);
        }
        if (!identities.unlink(account, id)) {
            throw ProblemException.notFound();
        }
        return SeeOther.to(SecurityPage.PATH + "?done=unlinked").build();
    }
}
