package io.capitune.cvjob.page;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.cvjob.input.CvJobRequests;
import io.capitune.cvjob.preview.Preview;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * The CV with the person's own words, for a frame within the form. Nothing is stored. The gateway gives this path a policy of
 * its own, since the sheet carries its style.
 */
@Path("/cv/preview")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PreviewPage {

    private static final String HEAD_END = "</head>";

    private final Preview preview;
    private final CvJobRequests requests;
    private final CurrentUser user;
    private final Pages pages;

    PreviewPage(Preview preview, CvJobRequests requests, CurrentUser user, Pages pages) {
        this.preview = preview;
        this.requests = requests;
        this.user = user;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance fonts();

        static native TemplateInstance refused(ProblemException problem);
    }

    /** The sheet: of the form's fields, or of field {@code job}, which holds a submission's body. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sheet(MultivaluedMap<String, String> fields) {
        var caller = Caller.of(user);
        try {
            var html = preview.html(caller, request(caller, fields));
            return Response.ok(html.replaceFirst(
                            HEAD_END, pages.text(Templates.fonts()).strip() + HEAD_END))
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .build();
        } catch (ProblemException problem) {
            return pages.render(problem.status(), Templates.refused(problem));
        }
    }

    private CvJobRequest request(Caller caller, MultivaluedMap<String, String> fields) {
        var job = fields.getFirst("job");
        return job == null
                ? CvForm.sent(fields, false).request()
                : requests.read(job.getBytes(StandardCharsets.UTF_8), caller.language());
    }
}
