package io.capitune.worker.render;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

@OidcClientFilter
@RegisterRestClient(configKey = "render")
interface RenderApi {

    @GET
    @Path("/internal/cv-render")
    @Produces(MediaType.TEXT_HTML)
    String html(@RestQuery String jobId);
}
