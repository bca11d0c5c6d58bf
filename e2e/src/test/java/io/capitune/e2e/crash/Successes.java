package io.capitune.e2e.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.Document;

/**
 * That jobs are not only settled but done: a system that fails every job loses and doubles none. Whatever was submitted once all
 * was well again is done; of the rest only few may have failed; and none for reasons that the faults do not explain.
 */
final class Successes {

    /** Faults last for seconds and jobs are tried for longer; see ADR 0023 for what runs have shown. */
    static final double MOST_FAILED = 0.05;

    /** What {@code capitune.worker.max-attempts} is by default: the last loss fails the job instead of being counted in it. */
    private static final int LOSSES_UNTIL_POISON = 4 - 1;

    private final List<Applicant.Job> accepted;
    private final Map<String, Document> jobs;
    private final Set<String> afterwards;
    private final LostLeases lost;

    /** @param afterwards jobs that were submitted once all was well again */
    Successes(List<Applicant.Job> accepted, Map<String, Document> jobs, Set<String> afterwards, LostLeases lost) {
        this.accepted = accepted;
        this.jobs = jobs;
        this.afterwards = afterwards;
        this.lost = lost;
    }

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        afterwards.stream()
                .filter(id -> !"DONE".equals(statusOf(id)))
                .forEach(id -> found.add(new Violation(id, "submitted once all was well again, and not done")));
        accepted.stream()
                .map(Applicant.Job::id)
                .filter(id -> isInternal(id) && !isPoison(id))
                .forEach(id -> found.add(new Violation(id, "failed as INTERNAL, which no fault explains")));
        var failed = accepted.stream()
                .filter(job -> "FAILED".equals(statusOf(job.id())))
                .count();
        if (failed > MOST_FAILED * accepted.size()) {
            found.add(new Violation(
                    "",
                    "%d of %d jobs failed, of which %.0f %% may"
                            .formatted(failed, accepted.size(), 100 * MOST_FAILED)));
        }
        return found;
    }

    private String statusOf(String id) {
        return jobs.getOrDefault(id, new Document()).getString("status");
    }

    private boolean isInternal(String id) {
        return "INTERNAL".equals(jobs.getOrDefault(id, new Document()).getString("failure"));
    }

    /** Whether it was given up because it was in the hands of one worker after the other when they went. */
    private boolean isPoison(String id) {
        return "lease lost too often".equals(jobs.get(id).getString("failureReason"))
                && lost.of(id) >= LOSSES_UNTIL_POISON;
    }
}
