package io.capitune.cvjob.retry;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.OwnCvJobs;
import io.capitune.cvjob.input.CvInputs;
import io.capitune.cvjob.quota.Quotas.Place;
import io.capitune.cvjob.quota.Quotas.Quota;
import io.capitune.cvjob.submit.AcceptCvJob;
import io.capitune.cvjob.submit.NewJobs;
import io.capitune.cvjob.submit.SubmissionCounters;
import io.capitune.platform.error.ProblemException;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;

/** Tries a failed job again, as a new one. */
@ApplicationScoped
public class Retries {

    private final OwnCvJobs own;
    private final CvInputs inputs;
    private final AcceptCvJob acceptance;
    private final NewJobs newJobs;
    private final SubmissionCounters counters;
    private final CvJobs jobs;

    Retries(
            OwnCvJobs own,
            CvInputs inputs,
            AcceptCvJob acceptance,
            NewJobs newJobs,
            SubmissionCounters counters,
            CvJobs jobs) {
        this.own = own;
        this.inputs = inputs;
        this.acceptance = acceptance;
        this.newJobs = newJobs;
        this.counters = counters;
        this.jobs = jobs;
    }

    /**
     * Tries again. It costs a unit where the failed job did, since that one was given back; the composed CV is kept where only
     * what came after it failed. While one retry is under way there is no other: it is the answer then, and costs nothing.
     *
     * @return the id of the new job, or of the one under way
     * @throws ProblemException 404, 409 {@code JOB_NOT_FAILED}, 403 {@code QUOTA_REACHED}, 429
     */
    public String retry(Caller caller, String id) {
        return counters.count("retry", () -> {
            var failed = own.get(caller, id);
            if (failed.status() != CvJobStatus.FAILED) {
                throw new ProblemException(
                        409, "JOB_NOT_FAILED", caller.read("Ce CV n’a pas échoué.", "This CV did not fail."));
            }
            return queue(caller, failed, failed.period() == null ? Quota::again : Quota::reserve);
        });
    }

    /**
     * The same for an operator, whoever's job it is: what its owner's retry costs it costs as well, in today's month, but it
     * counts for no rate, since the owner did not ask for it.
     *
     * @throws ProblemException 404, 409 {@code JOB_NOT_FAILED} or {@code JOB_UNREADABLE}, 403 {@code QUOTA_REACHED} or {@code
     *     CONSENT_REQUIRED}, 422 {@code MODEL_REQUIRED}
     */
    public String retryForOperator(String id) {
        return counters.count("operator-retry", () -> {
            var failed = readable(id);
            if (failed.status() != CvJobStatus.FAILED) {
                throw new ProblemException(409, "JOB_NOT_FAILED", "This job did not fail.");
            }
            // Nobody but an operator reads why it is refused.
            var owner = new Caller(failed.owner(), "en");
            return queue(owner, failed, failed.period() == null ? Quota::free : Quota::reserveForOperator);
        });
    }

    private CvJob readable(String id) {
        try {
            var job = jobs.find(id).orElseThrow(ProblemException::notFound);
            if (!whole(job)) {
                throw unreadable(null);
            }
            return job;
        } catch (CodecConfigurationException | BSONException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** A field that is missing in the document is null here, whatever the record promises. */
    private static boolean whole(CvJob job) {
        return Stream.of(job.owner(), job.status(), job.cv(), job.input()).noneMatch(Objects::isNull);
    }

    private static ProblemException unreadable(@Nullable Throwable why) {
        return new ProblemException(409, "JOB_UNREADABLE", "Its document cannot be read, so it would fail again.", why);
    }

    private String queue(Caller caller, CvJob failed, BiFunction<Quota, ClientSession, Place> unit) {
        var input = inputs.allowed(caller, failed.input());
        var code = failed.failure();
        var composition = code != null && code.afterComposing() ? failed.composition() : null;
        return acceptance.acceptUnless(session -> jobs.retryUnderWay(session, failed), caller, (session, quota) -> {
            var place = unit.apply(quota, session);
            var retry = newJobs.further(caller, input, failed.cv(), failed.corrections(), place, composition);
            if (!jobs.noteRetry(session, failed, retry.id())) {
                throw ProblemException.notFound();
            }
            return retry;
        });
    }
}
