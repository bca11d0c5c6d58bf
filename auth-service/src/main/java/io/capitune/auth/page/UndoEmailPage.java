package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.address.AddressResult;
import io.capitune.auth.address.UndoAddress;
import io.capitune.platform.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;

/** Where the link to a former address leads. Scanners of mails open it as they like: only the button changes anything. */
@Path("/undo-email")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UndoEmailPage {

    private final UndoAddress undoAddress;
    private final Pages pages;

    UndoEmailPage(UndoAddress undoAddress, Pages pages) {
        this.undoAddress = undoAddress;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(String token, String email);

        static native TemplateInstance done(String email);

        static native TemplateInstance taken();

        static native TemplateInstance over();
    }

    /** The button; looks and changes nothing. */
    @GET
    public Response page(@QueryParam("token") @DefaultValue("") String token) {
        return undoAddress
                .look(token)
                .map(link -> NotKept.page(pages.render(Templates.ask(token, link.email()))))
                .orElseGet(this::over);
    }

    /** Takes the account back; pressed twice, it says the same. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@RestForm @DefaultValue("") String token) {
        return switch (undoAddress.undo(token)) {
            case AddressResult.Done(var email) -> done(email);
            case AddressResult.DoneBefore(var email) -> done(email);
            case AddressResult.Taken() -> NotKept.page(pages.render(409, Templates.taken()));
            case AddressResult.Over() -> over();
        };
    }

    private Response done(String email) {
        return NotKept.page(pages.render(Templates.done(email)));
    }

    private Response over() {
        return NotKept.page(pages.render(410, Templates.over()));
    }
}
