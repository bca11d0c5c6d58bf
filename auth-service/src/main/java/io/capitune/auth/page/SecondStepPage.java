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

import io.capitune.auth.admission.CompleteSecondStep;
import io.capitune.auth.admission.SecondStepResult;
import io.capitune.auth.factor.Demand;
import io.capitune.auth.factor.Typed;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in, where the account has one: a code of the app, or a recovery code. */
@Path("/login/second")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SecondStepPage {

    private final CompleteSecondStep completeSecondStep;
    private final AdmissionPages admissions;
    private final Waits waits;
    private final Pages pages;

    SecondStepPage(CompleteSecondStep completeSecondStep, AdmissionPages admissions, Waits waits, Pages pages) {
        this.completeSecondStep = completeSecondStep;
        this.admissions = admissions;
        this.waits = waits;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance second(SecondStepView view);

        static native TemplateInstance over();
    }

    @GET
    public Response page(
            @QueryParam("recovery") @DefaultValue("false") boolean recovery, @Context HttpHeaders headers) {
        return show(200, recovery, null, headers);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("false") boolean recovery,
            @Context HttpHeaders headers,
            @Context HttpServerRequest connection) {
        if (Typed.read(code).isEmpty()) {
            return malformed(recovery, headers);
        }
        return switch (completeSecondStep.tryCode(code, ClientAddress.of(connection), headers)) {
            case SecondStepResult.Right(var admitted) -> admissions.page(admitted, this::over);
            case SecondStepResult.Wrong(var left) -> wrong(left, recovery, headers);
            case SecondStepResult.TriesReached(var retryAfter) ->
                show(429, recovery, waits.afterTooMany(retryAfter), headers);
            case SecondStepResult.NothingPending() -> over();
        };
    }

    private Response malformed(boolean recovery, HttpHeaders headers) {
        var texts = pages.messages(SecurityMessages.class);
        return show(422, recovery, recovery ? texts.recoveryMalformed() : texts.codeMalformed(), headers);
    }

    private Response wrong(int left, boolean recovery, HttpHeaders headers) {
        var texts = pages.messages(SecurityMessages.class);
        return show(422, recovery, recovery ? texts.recoveryWrong(left) : texts.codeWrong(left), headers);
    }

    private Response show(int status, boolean recovery, @Nullable String error, HttpHeaders headers) {
        var asked = completeSecondStep.asked(headers);
        if (asked.isEmpty()) {
            return over();
        }
        if (asked.get().demand() == Demand.ENROLMENT) {
            return SeeOther.to("/login/enrol").build();
        }
        var view = new SecondStepView(
                asked.get().signIn().next(),
                asked.get().signIn().shared(),
                recovery,
                asked.get().demand() == Demand.PASSKEY,
                error);
        return NotKept.page(pages.render(status, Templates.second(view)));
    }

    private Response over() {
        return NotKept.page(pages.render(410, Templates.over()));
    }
}
