package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.register.Register;
import io.capitune.auth.signin.NextPath;
import io.capitune.auth.signin.SignInCookie;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;

/** Where the link of a registration leads. Scanners of mails open it as they like: only the button opens the account. */
@Path("/verify-email")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class VerifyEmailPage {

    private final Register register;
    private final SignInCookie cookie;
    private final AdmissionPages admissions;
    private final Inside inside;
    private final Pages pages;

    VerifyEmailPage(Register register, SignInCookie cookie, AdmissionPages admissions, Inside inside, Pages pages) {
        this.register = register;
        this.cookie = cookie;
        this.admissions = admissions;
        this.inside = inside;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance verify(String token, String email, boolean late, boolean passwordLost);

        static native TemplateInstance over(String again);
    }

    @GET
    public Response page(@QueryParam("token") @DefaultValue("") String token, @Context HttpHeaders headers) {
        return register.look(token)
                .map(link -> {
                    var passwordLost = link.passwordHash() != null && !link.askedBy(cookie.of(headers));
                    return NotKept.page(pages.render(
                            Templates.verify(token, link.email(), register.comesLate(link), passwordLost)));
                })
                .orElseGet(this::over);
    }

    /** Opens the account, and leads on who is in by it already; with the password that was chosen only in the browser where it was. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(
            @RestForm @DefaultValue("") String token,
            @RestForm @DefaultValue("false") boolean shared,
            @Context HttpHeaders headers) {
        return register.look(token)
                .map(link -> register.complete(link, link.askedBy(cookie.of(headers)), shared, headers))
                .map(admitted -> admissions.page(admitted, this::over))
                .orElseGet(() -> register.used(token)
                        .filter(link -> inside.as(link.address()))
                        .map(link -> SeeOther.to(NextPath.DEFAULT.value()).build())
                        .orElseGet(this::over));
    }

    private Response over() {
        return NotKept.page(pages.render(410, Templates.over("/register")));
    }
}
