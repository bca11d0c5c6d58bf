package io.capitune.platform;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;

/** What the tests of the platform call. */
@Path("/")
@RunOnVirtualThread
public class TestResource {

    private final CurrentUser user;

    TestResource(CurrentUser user) {
        this.user = user;
    }

    public record Greeting(String name, int times) {}

    @GET
    @Path("/api/me")
    @Produces(MediaType.TEXT_PLAIN)
    public String me() {
        return user.id() + " " + user.locale();
    }

    @GET
    @Path("/page")
    @Produces(MediaType.TEXT_HTML)
    public String page() {
        return "page of " + user.id();
    }

    @GET
    @Path("/open/me")
    @Produces(MediaType.TEXT_PLAIN)
    public String open() {
        return user.signedIn() ? user.id() : "visitor " + user.locale();
    }

    @GET
    @Path("/open/kept")
    @Produces(MediaType.TEXT_PLAIN)
    public Response kept() {
        return Response.ok("kept")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @GET
    @Path("/open/address")
    @Produces(MediaType.TEXT_PLAIN)
    public String address(@Context HttpServerRequest request) {
        return ClientAddress.of(request);
    }

    @POST
    @Path("/api/greetings")
    @Consumes(MediaType.APPLICATION_JSON)
    public Greeting greet(Greeting greeting) {
        return greeting;
    }

    @POST
    @Path("/open/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    public String form(@FormParam("text") List<String> texts) {
        return "received " + String.join("", texts).length();
    }

    @GET
    @Path("/internal/facts")
    @Produces(MediaType.TEXT_PLAIN)
    public String facts() {
        return "facts";
    }

    @GET
    @Path("/api/limited")
    public String limited() {
        throw new ProblemException(429, "RATE_LIMITED", "Too many.").header("Retry-After", "7");
    }

    @GET
    @Path("/api/broken")
    public String broken() {
        throw new IllegalStateException("secret detail");
    }
}
