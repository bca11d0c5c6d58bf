package io.capitune.cvjob.page;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.OwnCvJobs;
import io.capitune.cvjob.input.InputView;
import io.capitune.platform.random.RandomTokens;

/** Forms to begin with. */
@ApplicationScoped
class Forms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnCvJobs jobs;
    private final CvJobConfig config;
    private final RandomTokens random;

    Forms(OwnCvJobs jobs, CvJobConfig config, RandomTokens random) {
        this.jobs = jobs;
        this.config = config;
        this.random = random;
    }

    /** An empty one; a text is offered only where a language model can read it. */
    CvForm empty(Caller caller, boolean ofText) {
        var document = CvForm.empty(caller.language(), config.templates().getFirst());
        if (ofText && config.modelConfigured()) {
            document.remove("resume");
            document.put("text", "");
        }
        return form(document, "");
    }

    /** One filled in from a file. */
    CvForm of(Caller caller, ImportedResume imported) {
        var document = CvForm.empty(caller.language(), config.templates().getFirst());
        document.set("resume", imported.resume());
        return form(document, "");
    }

    /** One filled in as an earlier job was. */
    CvForm like(Caller caller, String id) {
        return form(input(caller, id), "");
    }

    /** One that corrects a job; what is not done yet, or failed, is begun anew. */
    CvForm correcting(Caller caller, String id) {
        var done = jobs.get(caller, id).status() == CvJobStatus.DONE;
        return form(input(caller, id), done ? id : "");
    }

    private ObjectNode input(Caller caller, String id) {
        return JSON.valueToTree(InputView.of(jobs.get(caller, id)));
    }

    private CvForm form(ObjectNode document, String correct) {
        return new CvForm(document, correct, random.id(), false);
    }
}
