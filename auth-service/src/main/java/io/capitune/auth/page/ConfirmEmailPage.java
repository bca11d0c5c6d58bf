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

import io.capitune.auth.address.ChangeAddress;
import io.capitune.platform.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;

/** Where the link to a new address leads. Scanners of mails open it as they like: only the button changes anything. */
@Path("/confirm-email")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConfirmEmailPage {

    private final ChangeAddress changeAddress;
    private final AddressLinkPages pages;

    ConfirmEmailPage(ChangeAddress changeAddress, Pages pages) {
        this.changeAddress = changeAddress;
        this.pages = new AddressLinkPages(pages, Templates::ask, Templates::done, Templates::taken, Templates::over);
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
        return pages.question(token, changeAddress.look(token));
    }

    /** Changes the address; pressed twice, it says the same. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@RestForm @DefaultValue("") String token) {
        return pages.result(changeAddress.confirm(token));
    }
}
