package io.capitune.cvjob.page;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.page.form.FormAction;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The form of a CV. Its fields are named by JSON pointers, so that it works with and without script alike. */
@Path("/generate")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class GeneratePage {

    /** Longest key that a form names itself with. */
    private static final int KEY_LIMIT = 64;

    private final Forms forms;
    private final GenerateViews views;
    private final SubmitForm submission;
    private final Refusals refusals;
    private final CurrentUser user;
    private final Pages pages;

    GeneratePage(
            Forms forms, GenerateViews views, SubmitForm submission, Refusals refusals, CurrentUser user, Pages pages) {
        this.forms = forms;
        this.views = views;
        this.submission = submission;
        this.refusals = refusals;
        this.user = user;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(GenerateView view);
    }

    /**
     * The form.
     *
     * @param from a job whose input it begins with
     * @param correct a finished job that it corrects
     * @param mode {@code text} for a pasted text
     */
    @GET
    public Response page(
            @QueryParam("from") @Nullable String from,
            @QueryParam("correct") @Nullable String correct,
            @QueryParam("mode") @Nullable String mode) {
        var caller = Caller.of(user);
        var form = correct != null
                ? forms.correcting(caller, correct)
                : from != null ? forms.like(caller, from) : forms.empty(caller, "text".equals(mode));
        return pages.render(Templates.form(views.of(caller, form, null)));
    }

    /** Sends the form in, or changes its entries where one of its other buttons was pressed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> fields) {
        var caller = Caller.of(user);
        var button = CvForm.first(fields, "do");
        return button.isEmpty() ? submit(caller, fields) : edit(caller, fields, button);
    }

    private Response edit(Caller caller, Map<String, List<String>> fields, String button) {
        var form = CvForm.sent(fields, true);
        var action = FormAction.of(button);
        action.ifPresent(it -> it.applyTo(form.document()));
        var view =
                action.map(it -> views.opened(caller, form, it.list())).orElseGet(() -> views.of(caller, form, null));
        return pages.render(Templates.form(view));
    }

    private Response submit(Caller caller, Map<String, List<String>> fields) {
        var form = CvForm.sent(fields, false);
        if (form.key().isEmpty()
                || form.key().length() > KEY_LIMIT
                || !form.key().matches("[\\w-]+")) {
            throw new ProblemException(400, "MALFORMED", "The form has no key.");
        }
        try {
            return SeeOther.to("/cv/" + submission.send(caller, form)).build();
        } catch (ProblemException problem) {
            var view = views.refused(caller, form, problem.errors(), refusals.of(problem));
            return pages.render(problem.status(), Templates.form(view));
        }
    }
}
