package io.capitune.portal.error;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.error.ErrorResponses;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * The gateway's own errors: no route ({@code /error/404}, whatever the method was), a service that is away or too slow
 * ({@code /error/502}, {@code /error/504}). Answers with the status it is asked for: a page to browsers, a problem to
 * programs.
 */
@Path("/error/{status: \\d{3}}")
@RunOnVirtualThread
public class GatewayErrors {

    private static final String FOR_PROGRAMS = "/api/";
    private static final String FOR_PEOPLE = "/error/";

    private final ErrorResponses responses;

    GatewayErrors(ErrorResponses responses) {
        this.responses = responses;
    }

    /**
     * The error.
     *
     * @param status the HTTP status; anything but an error counts as 404
     * @param headers say what the caller reads, and the path before the gateway replaced it
     */
    @GET
    public Response get(@PathParam("status") int status, @Context HttpHeaders headers) {
        var accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        var person = accept != null && accept.contains("text/html");
        var original = headers.getHeaderString("X-Replaced-Path");
        var api = original != null && ErrorResponses.isApi(original);
        return responses.of(status < 400 || status > 599 ? 404 : status, person && !api ? FOR_PEOPLE : FOR_PROGRAMS);
    }

    @POST
    public Response post(@PathParam("status") int status, @Context HttpHeaders headers) {
        return get(status, headers);
    }

    @PUT
    public Response put(@PathParam("status") int status, @Context HttpHeaders headers) {
        return get(status, headers);
    }

    @PATCH
    public Response patch(@PathParam("status") int status, @Context HttpHeaders headers) {
        return get(status, headers);
    }

    @DELETE
    public Response delete(@PathParam("status") int status, @Context HttpHeaders headers) {
        return get(status, headers);
    }

    @OPTIONS
    public Response options(@PathParam("status") int status, @Context HttpHeaders headers) {
        return get(status, headers);
    }
}
