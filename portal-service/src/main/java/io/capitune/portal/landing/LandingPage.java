package io.capitune.portal.landing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The front page; needs no other service, so that it stands when they do not. */
@Path("/")
@RunOnVirtualThread
public class LandingPage {

    private final Pages pages;

    LandingPage(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance landing();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        return pages.render(Templates.landing());
    }
}
