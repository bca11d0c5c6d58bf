package io.capitune.cvjob.submit;

import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.quota.Quotas;
import io.capitune.cvjob.quota.Quotas.Quota;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** Queues a job: the job, its unit and its idempotency key come into being in one transaction, or none of them does. */
@ApplicationScoped
public class AcceptCvJob {

    private final CvJobs jobs;
    private final IdempotencyKeys keys;
    private final Quotas quotas;
    private final Transactions transactions;
    private final PerAccount turns;

    AcceptCvJob(CvJobs jobs, IdempotencyKeys keys, Quotas quotas, Transactions transactions, PerAccount turns) {
        this.jobs = jobs;
        this.keys = keys;
        this.quotas = quotas;
        this.transactions = transactions;
        this.turns = turns;
    }

    /** Makes a job with a place of the quota. It may be called several times, and its exceptions undo everything. */
    @FunctionalInterface
    public interface JobMaker {

        /** The job, made in the session's transaction. */
        CvJob make(ClientSession session, Quota quota);
    }

    /**
     * Queues the job that {@code maker} gives, or finds the one that the same request made before.
     *
     * @param once null where each request is a new one
     * @return the job's id
     */
    public String accept(Caller caller, @Nullable Once once, JobMaker maker) {
        if (once == null) {
            return queue(caller, null, maker);
        }
        return keys.jobOf(once).orElseGet(() -> queueOnce(caller, once, maker));
    }

    /**
     * Queues the job that {@code maker} gives unless {@code other} finds the id of one in the same transaction.
     *
     * @return the job's id, or that of the other
     */
    public String acceptUnless(Function<ClientSession, Optional<String>> other, Caller caller, JobMaker maker) {
        var quota = quotas.of(caller);
        return inTurn(
                caller, session -> other.apply(session).orElseGet(() -> add(session, maker.make(session, quota))));
    }

    private String queueOnce(Caller caller, Once once, JobMaker maker) {
        try {
            return queue(caller, once, maker);
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The same request came twice at once, and this is the other.
            return keys.jobOfRival(once).orElseThrow(() -> e);
        } catch (ProblemException refused) {
            // What the same request, come twice at once, took may be what this one lacked.
            return keys.jobOfRival(once).orElseThrow(() -> refused);
        }
    }

    private String queue(Caller caller, @Nullable Once once, JobMaker maker) {
        var quota = quotas.of(caller);
        return inTurn(caller, session -> {
            var job = maker.make(session, quota);
            if (once != null) {
                keys.take(session, once, job);
            }
            return add(session, job);
        });
    }

    private String inTurn(Caller caller, Function<ClientSession, String> work) {
        return turns.inTurn(caller.id(), () -> transactions.run(work));
    }

    private String add(ClientSession session, CvJob job) {
        jobs.add(session, job);
        return job.id();
    }
}
