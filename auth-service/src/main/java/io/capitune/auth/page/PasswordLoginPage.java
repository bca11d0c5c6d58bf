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

import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.Proof;
import io.capitune.auth.device.KnownDevices;
import io.capitune.auth.password.PasswordCheck;
import io.capitune.auth.signin.NextPath;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Sign-in with an address and a password. */
@Path("/login/password")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PasswordLoginPage {

    private final PasswordCheck passwords;
    private final KnownDevices devices;
    private final Waits waits;
    private final Admission admission;
    private final AdmissionPages admissions;
    private final Pages pages;

    PasswordLoginPage(
            PasswordCheck passwords,
            KnownDevices devices,
            Waits waits,
            Admission admission,
            AdmissionPages admissions,
            Pages pages) {
        this.passwords = passwords;
        this.devices = devices;
        this.waits = waits;
        this.admission = admission;
        this.admissions = admissions;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance login(PasswordLoginView view);
    }

    @GET
    public Response page(
            @QueryParam("next") @Nullable String next, @QueryParam("done") @DefaultValue("false") boolean done) {
        var path = NextPath.of(next).value();
        return NotKept.page(pages.render(Templates.login(new PasswordLoginView(path, "", false, null, null, done))));
    }

    /** In, or the form again with the same words for every address. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @Nullable String next,
            @RestForm @DefaultValue("false") boolean shared,
            @Context HttpHeaders headers,
            @Context HttpServerRequest connection) {
        var path = NextPath.of(next).value();
        var texts = pages.messages(PasswordMessages.class);
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return again(422, new PasswordLoginView(path, email, shared, texts.emailInvalid(), null, false));
        }
        return switch (passwords.of(
                address.get(), password, ClientAddress.of(connection), id -> devices.known(id, headers))) {
            case PasswordCheck.Result.Right(var account) ->
                admissions.page(
                        admission.admit(
                                account,
                                new Admission.Wish(path, shared, Proof.PASSWORD),
                                headers,
                                transaction -> true),
                        () -> SeeOther.to("/login/password").build());
            case PasswordCheck.Result.Wrong() ->
                again(422, new PasswordLoginView(path, email, shared, null, texts.wrong(), false));
            case PasswordCheck.Result.Wait(var retryAfter) ->
                again(429, new PasswordLoginView(path, email, shared, null, waits.beforeAPassword(retryAfter), false));
        };
    }

    private Response again(int status, PasswordLoginView view) {
        return NotKept.page(pages.render(status, Templates.login(view)));
    }
}
