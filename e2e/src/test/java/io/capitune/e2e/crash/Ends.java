package io.capitune.e2e.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.Document;

/**
 * That jobs are not only settled but come to what they are {@linkplain Due due} to: a system that fails every job, or none, loses
 * and doubles none. Whatever was submitted once all was well again does; of the rest only few may have failed otherwise, and none
 * for reasons that the faults do not explain.
 */
final class Ends {

    /** Faults last for seconds and jobs are tried for longer; see ADR 0023 for what runs have shown. */
    static final double MOST_FAILED = 0.05;

    /** What {@code capitune.worker.max-attempts} is by default: the last loss fails the job instead of being counted in it. */
    private static final int LOSSES_UNTIL_POISON = 4 - 1;

    private final List<Applicant.Job> accepted;
    private final Map<String, Document> jobs;
    private final Set<String> afterwards;
    private final LostLeases lost;

    /** @param afterwards jobs that were submitted once all was well again */
    Ends(List<Applicant.Job> accepted, Map<String, Document> jobs, Set<String> afterwards, LostLeases lost) {
        this.accepted = accepted;
        this.jobs = jobs;
        this.afterwards = afterwards;
        this.lost = lost;
    }

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        accepted.stream()
                .filter(job -> afterwards.contains(job.id()) && !isAsDue(job))
                .forEach(job ->
                        found.add(new Violation(job.id(), "submitted once all was well again, and not " + job.due())));
        accepted.stream().filter(this::isMistaken).forEach(job -> found.add(mistake(job)));
        accepted.stream()
                .map(Applicant.Job::id)
                .filter(id -> isInternal(id) && !isPoison(id))
                .forEach(id -> found.add(new Violation(id, "failed as INTERNAL, which no fault explains")));
        found.addAll(ofTheFew());
        return found;
    }

    /** How many failed as they had to. */
    int failedAsDue() {
        return (int) accepted.stream().filter(this::isFailedAsDue).count();
    }

    /** What failed as it had to is neither one of the few nor one of those of which they are few. */
    private List<Violation> ofTheFew() {
        var others = accepted.stream().filter(job -> !isFailedAsDue(job)).toList();
        var failed = others.stream().filter(job -> isFailed(job)).count();
        return failed > MOST_FAILED * others.size()
                ? List.of(new Violation(
                        "",
                        "%d of %d jobs failed that did not have to, of which %.0f %% may"
                                .formatted(failed, others.size(), 100 * MOST_FAILED)))
                : List.of();
    }

    /** No fault makes a CV shorter or longer than it is. */
    private boolean isMistaken(Applicant.Job job) {
        return !isAsDue(job) && (Due.DONE.isEndOf(of(job)) || Due.TOO_LONG.isEndOf(of(job)));
    }

    private static Violation mistake(Applicant.Job job) {
        return new Violation(
                job.id(),
                job.due() == Due.DONE ? "failed as TOO_LONG, which it is not" : "done, and had to fail as TOO_LONG");
    }

    private boolean isFailedAsDue(Applicant.Job job) {
        return job.due() != Due.DONE && isAsDue(job);
    }

    private boolean isAsDue(Applicant.Job job) {
        return job.due().isEndOf(of(job));
    }

    private boolean isFailed(Applicant.Job job) {
        return "FAILED".equals(of(job).getString("status"));
    }

    private Document of(Applicant.Job job) {
        return jobs.getOrDefault(job.id(), new Document());
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
