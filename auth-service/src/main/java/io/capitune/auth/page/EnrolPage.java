package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admission.Admitted;
import io.capitune.auth.admission.CompleteSecondStep;
import io.capitune.auth.factor.Demand;
import io.capitune.auth.factor.Enrolment;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Where an admin without a second factor sets one up, before there is a session. */
@Path("/login/enrol")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EnrolPage {

    private final CompleteSecondStep completeSecondStep;
    private final Enrolment enrolment;
    private final AdmissionPages admissions;
    private final Pages pages;

    EnrolPage(CompleteSecondStep completeSecondStep, Enrolment enrolment, AdmissionPages admissions, Pages pages) {
        this.completeSecondStep = completeSecondStep;
        this.enrolment = enrolment;
        this.admissions = admissions;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance enrol(AppSetUpView view);
    }

    @GET
    public Response page(@Context HttpHeaders headers) {
        var asked = completeSecondStep.asked(headers);
        if (asked.isEmpty() || asked.get().demand() != Demand.ENROLMENT) {
            return SeeOther.to("/login/second").build();
        }
        var account = asked.get().account();
        return NotKept.page(
                pages.render(Templates.enrol(AppSetUpView.of(account.email(), enrolment.draft(account), null))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @RestForm @Nullable String draft, @RestForm @Nullable String code, @Context HttpHeaders headers) {
        var asked = completeSecondStep.asked(headers).orElse(null);
        if (asked == null || asked.demand() != Demand.ENROLMENT) {
            return SeeOther.to("/login/second").build();
        }
        var account = asked.account();
        var known = enrolment.draft(account, draft);
        if (known.isEmpty()) {
            return SeeOther.to("/login/enrol").build();
        }
        var confirmed = enrolment.confirm(account, draft, code);
        if (confirmed.isEmpty()) {
            var error = pages.messages(SecurityMessages.class).setUpWrong();
            return NotKept.page(
                    pages.render(422, Templates.enrol(AppSetUpView.of(account.email(), known.get(), error))));
        }
        var admitted = completeSecondStep.enrol(confirmed.get(), headers).orElseGet(Admitted.Spent::new);
        if (admitted instanceof Admitted.In in) {
            var page = pages.render(CodesPage.Templates.shown(confirmed.get().recoveryCodes(), in.next(), true));
            in.cookies().forEach(cookie -> page.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
            return NotKept.page(page);
        }
        return admissions.page(admitted, () -> SeeOther.to("/login/second").build());
    }
}
