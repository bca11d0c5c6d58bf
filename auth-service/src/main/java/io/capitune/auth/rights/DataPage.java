package io.capitune.auth.rights;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.session.BrowserSessions;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.personal.PersonalDataResource;
import io.capitune.platform.personal.Share;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** One's own data: the download, the consents, and the end of the account. */
@Path("/account/data")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DataPage {

    /** What forms keep in the browser is somebody's data, too. */
    private static final String DRAFTS = "\"storage\"";

    private static final String AGAIN_FOR_ALL = "/account/security/again?next=%2Faccount%2Fdata";
    private static final String AGAIN = "/account/security/again?next=%2Faccount%2Fdata%2Fdelete";

    private final Exports exports;
    private final Deletions deletions;
    private final CurrentAccount current;
    private final BrowserSessions sessions;
    private final CurrentUser reader;
    private final Pages pages;

    DataPage(
            Exports exports,
            Deletions deletions,
            CurrentAccount current,
            BrowserSessions sessions,
            CurrentUser reader,
            Pages pages) {
        this.exports = exports;
        this.deletions = deletions;
        this.current = current;
        this.sessions = sessions;
        this.reader = reader;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance data();

        static native TemplateInstance delete(DeletionView view);

        static native TemplateInstance refused(boolean moved);

        static native TemplateInstance done();
    }

    @GET
    public Response page() {
        return pages.render(Templates.data());
    }

    /** Everything as a ZIP, by way of a new session where the reader signed in too long ago. */
    @GET
    @Path("/export")
    @Produces(PersonalDataResource.ZIP)
    public Response export() {
        return current.recent()
                ? RightsResource.attachment(exports, reader.id())
                : SeeOther.to(AGAIN_FOR_ALL).build();
    }

    /** What goes, what stays, and the form; without the form where the reader has to sign in again. */
    @GET
    @Path("/delete")
    public Response ask() {
        return asked(200, current.recent(), false, "");
    }

    @POST
    @Path("/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(
            @RestForm @DefaultValue("") String confirm,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        if (!current.recent()) {
            return asked(403, false, false, "");
        }
        if (!deletions.confirmed(reader.id(), confirm)) {
            return asked(422, true, true, confirm);
        }
        try {
            deletions.begin(reader.id(), confirm, SourceNetwork.of(ClientAddress.of(request)));
        } catch (ProblemException refused) {
            if (refused.status() != Response.Status.CONFLICT.getStatusCode()) {
                throw refused;
            }
            return pages.render(
                    refused.status(), Templates.refused(refused.code().equals("ADDRESS_CHANGED")));
        }
        return Response.fromResponse(pages.render(Templates.done()))
                .header("Clear-Site-Data", DRAFTS)
                .cookie(sessions.close(headers))
                .build();
    }

    /** Leads back here by way of a new session. */
    @POST
    @Path("/again")
    public Response again() {
        return SeeOther.to(AGAIN).build();
    }

    private Response asked(int status, boolean recent, boolean wrong, String typed) {
        var share = share();
        var email = deletions.account(reader.id()).email();
        return pages.render(
                share == null ? 503 : status, Templates.delete(new DeletionView(email, share, recent, wrong, typed)));
    }

    private @Nullable Share share() {
        try {
            return deletions.preview(reader.id(), reader.locale());
        } catch (ContextAwayException e) {
            return null;
        }
    }
}
