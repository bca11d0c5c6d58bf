package io.capitune.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lays out a CV, of a job or of a request, after checking what was asked. */
@ApplicationScoped
public class RenderCv {

    private final CvJobs jobs;
    private final CvTemplates templates;

    RenderCv(CvJobs jobs, CvTemplates templates) {
        this.jobs = jobs;
        this.templates = templates;
    }

    /** The HTML of a job's composed CV. */
    public String ofJob(String jobId) {
        CvJob job = jobs.find(jobId).orElseThrow(ProblemException::notFound);
        if (job.composition() == null) {
            throw new ProblemException(409, "JOB_NOT_COMPOSED", "This job's CV has not been composed yet.");
        }
        return render(
                job.composition().document(),
                job.input().template(),
                job.input().pageSize());
    }

    /** The HTML of the CV in a request. */
    public String ofRequest(CvRenderRequest request) {
        return render(request.document(), request.template(), request.pageSize());
    }

    private String render(@Nullable CvDocument document, @Nullable String template, @Nullable String pageSize) {
        List<FieldError> errors = new ArrayList<>();
        if (document == null) {
            errors.add(new FieldError("/document", "A CV is needed."));
        }
        Optional<PageSize> size = PageSize.of(pageSize == null ? "" : pageSize);
        if (size.isEmpty()) {
            errors.add(new FieldError("/pageSize", "A page is A4 or Letter."));
        }
        if (template == null || !templates.exists(template)) {
            errors.add(new FieldError("/template", "There is no such template."));
        }
        if (document == null || template == null || !errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
        return templates.render(template, document, size.orElseThrow());
    }
}
