package io.capitune.notification.mailbox;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.notification.delivery.Mails;
import io.capitune.notification.delivery.Message;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The local mailbox for people: what came, and one mail as text or as its HTML. */
@LocalOnly
@Path("/dev/mail")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class MailboxPage {

    private static final int LIMIT = 100;
    /** A mail brings its own inline styles, and may do nothing else. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Mails mails;
    private final Pages pages;

    MailboxPage(Mails mails, Pages pages) {
        this.mails = mails;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Message> messages);

        static native TemplateInstance message(Message message, List<Fragment> fragments);
    }

    /** The latest mails. */
    @GET
    public Response list() {
        return pages.render(Templates.list(mails.inbox(null, LIMIT)));
    }

    /** One mail as text, its addresses to click on. */
    @GET
    @Path("/{id}")
    public Response message(@PathParam("id") String id) {
        var message = find(id);
        return pages.render(Templates.message(message, Fragment.of(message.text())));
    }

    /** One mail as a mail program shows it. */
    @GET
    @Path("/{id}/html")
    public Response html(@PathParam("id") String id) {
        return Response.ok(find(id).html(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", MAIL_POLICY)
                .build();
    }

    private Message find(String id) {
        return mails.message(id).orElseThrow(ProblemException::notFound);
    }
}
