package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admission.Proof;
import io.capitune.auth.signin.CompleteSignIn;
import io.capitune.auth.signin.LinkState;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * Where the link of the mail leads. It signs in at once only in the browser that asked; mail scanners and other devices see a
 * page with one button, since scanners open links (GET and HEAD, some with a browser) but press no buttons.
 */
@Path("/api/auth/callback/email")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CallbackPage {

    private final CompleteSignIn completeSignIn;
    private final SignInCookie cookie;
    private final AdmissionPages admissions;
    private final Inside inside;
    private final Pages pages;

    CallbackPage(
            CompleteSignIn completeSignIn, SignInCookie cookie, AdmissionPages admissions, Inside inside, Pages pages) {
        this.completeSignIn = completeSignIn;
        this.cookie = cookie;
        this.admissions = admissions;
        this.inside = inside;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirm(String token, String email);

        static native TemplateInstance over(boolean broken);
    }

    /** Signs in where the browser's cookie says that it asked and means to go there now; else shows the button. */
    @GET
    public Response open(
            @QueryParam("token") @DefaultValue("") String token,
            @HeaderParam("Sec-Purpose") @Nullable String purpose,
            @Context HttpHeaders headers) {
        var asked = purpose == null && isSameBrowser(token, headers);
        return asked ? enter(token, false, headers) : show(token);
    }

    /** Looks like the page, and consumes nothing in any browser. */
    @HEAD
    public Response peek() {
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** The button, on a device that may be another than the one that asked; pressed again by who is in by it, it leads on. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @RestForm @DefaultValue("") String token,
            @RestForm @DefaultValue("false") boolean shared,
            @Context HttpHeaders headers) {
        return switch (completeSignIn.look(token)) {
            case LinkState.Live(var signIn) ->
                admissions.page(completeSignIn.enter(signIn, shared, Proof.LINK, headers), this::over);
            case LinkState.Over(var signIn) ->
                inside.as(signIn.address()) ? SeeOther.to(signIn.next()).build() : over();
            case LinkState.Unknown() -> broken();
        };
    }

    private Response show(String token) {
        return switch (completeSignIn.look(token)) {
            case LinkState.Live(var signIn) -> NotKept.page(pages.render(Templates.confirm(token, signIn.email())));
            case LinkState.Over over -> over();
            case LinkState.Unknown() -> broken();
        };
    }

    private boolean isSameBrowser(String token, HttpHeaders headers) {
        return completeSignIn.look(token) instanceof LinkState.Live(var signIn) && signIn.askedBy(cookie.of(headers));
    }

    private Response over() {
        return NotKept.page(pages.render(410, Templates.over(false)));
    }

    private Response broken() {
        return NotKept.page(pages.render(400, Templates.over(true)));
    }
}
