package io.capitune.cvjob.preview;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.cv.document.CvDocument;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of render-service that we use, called with our service token. */
@RegisterRestClient(configKey = "render")
@OidcClientFilter
@Path("/internal/cv-render")
interface RenderApi {

    /** A CV and how it is to look. */
    record RenderRequest(CvDocument document, String template, String pageSize) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_HTML)
    String render(RenderRequest request);
}
