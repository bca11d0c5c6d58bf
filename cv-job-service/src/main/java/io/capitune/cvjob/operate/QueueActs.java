package io.capitune.cvjob.operate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.OperatedJob;
import io.capitune.cv.job.OperatedJobs;
import io.capitune.cv.job.OperatedJobs.Selection;
import io.capitune.cv.job.QueueSwitch;
import io.capitune.cvjob.audit.OperatorLog;
import io.capitune.cvjob.retry.Retries;
import io.capitune.platform.error.ProblemException;

/** What operators do to the queue and its jobs, each act written down before it is done. */
@ApplicationScoped
class QueueActs {

    private final OperatedJobs jobs;
    private final Retries retries;
    private final QueueSwitch queue;
    private final OperatorLog log;

    QueueActs(OperatedJobs jobs, Retries retries, QueueSwitch queue, OperatorLog log) {
        this.jobs = jobs;
        this.retries = retries;
        this.queue = queue;
        this.log = log;
    }

    /** No worker claims from now on; nothing where none does. */
    void drain() {
        if (queue.drainedSince() == null) {
            log.write("queue.drained", null, Map.of());
            queue.drain();
        }
    }

    /** Workers claim again; nothing where they do. */
    void resume() {
        if (queue.drainedSince() != null) {
            log.write("queue.resumed", null, Map.of());
            queue.resume();
        }
    }

    /**
     * A failed job gets a new try; gives the new job.
     *
     * @throws ProblemException 404 where there is no such job; as {@link Retries#retryForOperator}
     */
    String retry(String id) {
        var job = jobs.find(id).orElseThrow(ProblemException::notFound);
        if (isToBeRetried(job)) {
            log.write("job.retried", job.owner(), Map.of("job", id));
        }
        return retries.retryForOperator(id);
    }

    /** Removes some of the selection's jobs; gives how many, 0 where none is left. */
    int remove(Selection selection, int most) {
        if (jobs.count(selection) == 0) {
            return 0;
        }
        log.write("jobs.purged", null, told(selection));
        return jobs.remove(selection, most);
    }

    // Any other is refused, or its retry is under way.
    private static boolean isToBeRetried(OperatedJob job) {
        return "failed".equalsIgnoreCase(job.status()) && job.retriedBy() == null;
    }

    private static Map<String, String> told(Selection selection) {
        var told = new HashMap<String, String>();
        told.put("status", selection.status().name().toLowerCase(Locale.ROOT));
        Optional.ofNullable(selection.code()).ifPresent(code -> told.put("code", code.name()));
        Optional.ofNullable(selection.olderThan())
                .ifPresent(age -> told.put("olderThanSeconds", Long.toString(age.toSeconds())));
        return told;
    }
}
