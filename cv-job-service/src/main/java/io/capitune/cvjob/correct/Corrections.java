package io.capitune.cvjob.correct;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.cv.job.CorrectionCounters;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.OwnCvJobs;
import io.capitune.cvjob.input.CvInputs;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.cvjob.quota.Quotas.Quota;
import io.capitune.cvjob.storage.LostFiles;
import io.capitune.cvjob.submit.AcceptCvJob;
import io.capitune.cvjob.submit.NewJobs;
import io.capitune.cvjob.submit.Once;
import io.capitune.cvjob.submit.SubmissionCounters;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Corrects a finished CV: a new job that costs no unit and takes the old one's place when it is done. What is limited is how
 * often a person changes their mind; whose file is lost may print it once more all the same, as they were promised.
 */
@ApplicationScoped
public class Corrections {

    private final OwnCvJobs own;
    private final CvInputs inputs;
    private final AcceptCvJob acceptance;
    private final NewJobs newJobs;
    private final SubmissionCounters counters;
    private final CorrectionCounters corrections;
    private final LostFiles lost;
    private final int limit;

    Corrections(
            OwnCvJobs own,
            CvInputs inputs,
            AcceptCvJob acceptance,
            NewJobs newJobs,
            SubmissionCounters counters,
            CorrectionCounters corrections,
            LostFiles lost,
            CvJobConfig config) {
        this.own = own;
        this.inputs = inputs;
        this.acceptance = acceptance;
        this.newJobs = newJobs;
        this.counters = counters;
        this.corrections = corrections;
        this.lost = lost;
        this.limit = config.corrections().perCv();
    }

    /**
     * Corrects.
     *
     * @param idempotencyKey as for a submission; null asks for a new job
     * @return the new job's id
     * @throws ProblemException 422, 404, 409 {@code JOB_NOT_DONE}, 403 {@code CORRECTIONS_REACHED}
     */
    public String correct(Caller caller, String id, CvJobRequest request, @Nullable String idempotencyKey) {
        return correct(caller, id, request, idempotencyKey, inputs.consentOf(caller));
    }

    /** The same, with what the caller says now about a language model in place of what they said before. */
    public String correct(
            Caller caller, String id, CvJobRequest request, @Nullable String idempotencyKey, boolean agreed) {
        return counters.count("correction", () -> {
            var once = Once.of(caller, idempotencyKey, "correct " + id, request);
            var input = inputs.of(caller, request, agreed);
            return acceptance.accept(caller, once, (session, quota) -> correction(session, quota, caller, id, input));
        });
    }

    private CvJob correction(ClientSession session, Quota quota, Caller caller, String id, CvInput input) {
        var done = own.get(caller, id);
        if (done.status() != CvJobStatus.DONE) {
            throw new ProblemException(
                    409, "JOB_NOT_DONE", caller.read("Ce CV n’est pas encore prêt.", "This CV is not ready yet."));
        }
        // Before the transaction's first statement, with which what it sees is fixed.
        corrections.prepare(done);
        var number = corrections
                .count(session, done.cv(), limit)
                .or(() -> lost.isLost(done) ? corrections.countReprint(session, done) : Optional.empty())
                .orElseThrow(() -> reached(caller));
        return newJobs.further(caller, input, done.cv(), number, quota.free(session), null);
    }

    private ProblemException reached(Caller caller) {
        return new ProblemException(
                403,
                "CORRECTIONS_REACHED",
                caller.read(
                                "Ce CV a déjà été corrigé %d fois. Dupliquez-le pour continuer.",
                                "This CV has been corrected %d times already. Duplicate it to go on.")
                        .formatted(limit));
    }
}
