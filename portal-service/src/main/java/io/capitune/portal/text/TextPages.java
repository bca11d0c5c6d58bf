package io.capitune.portal.text;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Pages to be read. Long prose is one file per language beside its frame, not a bundle of sentences. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TextPages {

    private final Pages pages;

    TextPages(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance help();

        static native TemplateInstance privacy();

        static native TemplateInstance accessibility();

        static native TemplateInstance legal();
    }

    @GET
    @Path("help")
    public Response help() {
        return pages.render(Templates.help());
    }

    @GET
    @Path("privacy")
    public Response privacy() {
        return pages.render(Templates.privacy());
    }

    @GET
    @Path("accessibility")
    public Response accessibility() {
        return pages.render(Templates.accessibility());
    }

    @GET
    @Path("legal")
    public Response legal() {
        return pages.render(Templates.legal());
    }
}
