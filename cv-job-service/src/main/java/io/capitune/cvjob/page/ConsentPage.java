package io.capitune.cvjob.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.consent.Consent;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The choice whether a language model may read one's text: a page of its own, or the part of it that another page shows. */
@Path("/cv/consent")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConsentPage {

    private static final String MY_DATA = "/account/data";

    private final Consent consent;
    private final CurrentUser user;
    private final Pages pages;

    ConsentPage(Consent consent, CurrentUser user, Pages pages) {
        this.consent = consent;
        this.user = user;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Consent.@Nullable Given given);

        static native TemplateInstance choice(Consent.@Nullable Given given);
    }

    @GET
    public Response page(@HeaderParam("HX-Request") @DefaultValue("false") boolean part) {
        var given = consent.given(user.id()).orElse(null);
        return pages.render(part ? Templates.choice(given) : Templates.page(given));
    }

    /** Keeps the choice; anything but a clear yes is a no. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@RestForm @DefaultValue("false") boolean model) {
        consent.set(user.id(), model);
        return SeeOther.to(MY_DATA).build();
    }
}
