package io.capitune.cvjob.submit;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.input.CvInputs;
import io.capitune.cvjob.input.CvJobRequest;
import org.jspecify.annotations.Nullable;

/** Submits a CV: one unit of the month, one job. */
@ApplicationScoped
public class SubmitCvJob {

    private final CvInputs inputs;
    private final AcceptCvJob acceptance;
    private final SubmissionCounters counters;
    private final NewJobs newJobs;

    SubmitCvJob(CvInputs inputs, AcceptCvJob acceptance, SubmissionCounters counters, NewJobs newJobs) {
        this.inputs = inputs;
        this.acceptance = acceptance;
        this.counters = counters;
        this.newJobs = newJobs;
    }

    /**
     * Submits.
     *
     * @param idempotencyKey the same key with the same request gives the same job for 24 hours; null asks for a new one
     * @return the job's id
     * @throws io.capitune.platform.error.ProblemException 400, 422, 403 {@code CONSENT_REQUIRED} or {@code QUOTA_REACHED}, 429
     */
    public String submit(Caller caller, CvJobRequest request, @Nullable String idempotencyKey) {
        return submit(caller, request, idempotencyKey, inputs.consentOf(caller));
    }

    /** The same, with what the caller says now about a language model in place of what they said before. */
    public String submit(Caller caller, CvJobRequest request, @Nullable String idempotencyKey, boolean agreed) {
        return counters.count("submission", () -> {
            var once = Once.of(caller, idempotencyKey, "submit", request);
            var input = inputs.of(caller, request, agreed);
            return acceptance.accept(
                    caller, once, (session, quota) -> newJobs.first(caller, input, quota.reserve(session)));
        });
    }
}
