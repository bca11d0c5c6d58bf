package io.capitune.cvjob.submit;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** Queues a job: the job, its unit and its idempotency key come into being in one transaction, or none of them does. */
@ApplicationScoped
public class AcceptCvJob {

    private final CvJobs jobs;
    private final IdempotencyKeys keys;
    private final Transactions transactions;

    AcceptCvJob(CvJobs jobs, IdempotencyKeys keys, Transactions transactions) {
        this.jobs = jobs;
        this.keys = keys;
        this.transactions = transactions;
    }

    /**
     * Queues a job, or finds the one that the same request made before.
     *
     * @param prepare what comes before the transaction, unless the request is a repeated one; gives what makes the job in it: it
     *     reserves the job's place, may run several times, and its exceptions undo everything
     * @return the job's id
     */
    public String accept(@Nullable Once once, Supplier<Function<ClientSession, CvJob>> prepare) {
        if (once == null) {
            return queue(null, prepare.get());
        }
        return keys.jobOf(once).orElseGet(() -> queueOnce(once, prepare.get()));
    }

    private String queueOnce(Once once, Function<ClientSession, CvJob> make) {
        try {
            return queue(once, make);
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The same request came twice at once, and this is the other.
            return keys.jobOf(once).orElseThrow(() -> e);
        }
    }

    private String queue(@Nullable Once once, Function<ClientSession, CvJob> make) {
        return transactions.run(session -> {
            var job = make.apply(session);
            if (once != null) {
                keys.take(session, once, job.id());
            }
            jobs.add(session, job);
            return job.id();
        });
    }
}
