package io.capitune.notification.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of auth-service that we use, called with our service token. */
@RegisterRestClient(configKey = "accounts")
@OidcClientFilter
@Path("/internal/users")
@Produces(MediaType.APPLICATION_JSON)
interface AccountApi {

    @GET
    @Path("/{id}")
    Account byId(@PathParam("id") String id);
}
