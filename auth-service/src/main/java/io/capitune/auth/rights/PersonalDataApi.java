package io.capitune.auth.rights;

import java.io.InputStream;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.capitune.platform.personal.PersonalDataResource;
import io.capitune.platform.personal.Share;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What every contributing service answers; see {@link PersonalDataResource}. */
@RegisterRestClient(configKey = "personal-data")
@Path("/internal/personal-data/{accountId}")
interface PersonalDataApi {

    @GET
    @Produces(PersonalDataResource.ZIP)
    InputStream export(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("accountId") String accountId);

    @GET
    @Path("/preview")
    @Produces(MediaType.APPLICATION_JSON)
    Share preview(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("accountId") String accountId,
            @QueryParam("locale") String locale);

    @DELETE
    void erase(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("accountId") String accountId);
}
