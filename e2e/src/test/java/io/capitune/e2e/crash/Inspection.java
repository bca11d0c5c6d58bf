package io.capitune.e2e.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.bson.Document;

/** Looks at everything once all is quiet: what was accepted, what became of it, and what is left. */
final class Inspection {

    private final CrashSystem system;
    private final Ledger ledger;
    private final Accepted accepted;
    private final LostLeases lost;
    private final Map<String, Document> jobs;
    private final Ends ends;
    private final FileChecks files;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * Looks.
     *
     * @param afterwards jobs that were submitted once all was well again
     */
    Inspection(CrashSystem system, Ledger ledger, Accepted accepted, List<Applicant> people, Set<String> afterwards) {
        this.system = system;
        this.ledger = ledger;
        this.accepted = accepted;
        this.lost = ledger.lostLeases(afterwards);
        var evidence = new SystemEvidence(ledger, system.mails(), people, accepted.jobs());
        this.jobs = evidence.jobs();
        this.ends = new Ends(accepted.jobs(), jobs, afterwards, lost);
        var bucket = system.bucket();
        this.files = new FileChecks(
                bucket.names(), bucket.log().excused(), accepted.jobs(), name -> Markers.in(bucket.read(name)));
        violations.addAll(accepted.violations());
        violations.addAll(new Checks(evidence).violations());
        violations.addAll(ends.violations());
        violations.addAll(files.violations(jobs.values(), lost));
        violations.addAll(ofMail());
    }

    private List<Violation> ofMail() {
        var found = new ArrayList<Violation>();
        system.mails().objections().forEach(objection -> found.add(new Violation("", "to Resend: " + objection)));
        ledger.failedEvents()
                .forEach(event -> found.add(new Violation(event.getString("subject"), "event given up: " + event)));
        return found;
    }

    List<Violation> violations() {
        return violations;
    }

    /** How many leases were lost. */
    int lostLeases() {
        return lost.total();
    }

    /** How many jobs failed because they had to. */
    int failedAsDue() {
        return ends.failedAsDue();
    }

    String summary() {
        return "%d jobs accepted (answers %s), ended %s (%d had to fail), leases lost %d by %d jobs, files of no job %d"
                .formatted(
                        accepted.jobs().size(),
                        accepted.outcomes(),
                        counted(),
                        accepted.jobs().stream()
                                .filter(job -> job.due() != Due.DONE)
                                .count(),
                        lost.total(),
                        lost.byJob().size(),
                        orphans());
    }

    /** The storage check finds what is left over, no more and no less: it deletes just that. */
    void tidyUp() {
        try {
            system.system().admin("storage", "--delete-orphans", "--yes");
        } catch (AssertionError disagreed) {
            violations.add(new Violation("", "the storage check finds more than orphans: " + disagreed.getMessage()));
        }
        var left = system.bucket().names();
        if (!left.equals(owned())) {
            violations.add(new Violation(
                    "",
                    "after the storage check there are %d files for %d done jobs"
                            .formatted(left.size(), owned().size())));
        }
    }

    private Map<String, Long> counted() {
        return jobs.values().stream()
                .collect(Collectors.groupingBy(Inspection::end, TreeMap::new, Collectors.counting()));
    }

    private static String end(Document job) {
        var failure = job.getString("failure");
        return failure == null ? job.getString("status").toLowerCase(Locale.ROOT) : failure;
    }

    private int orphans() {
        return files.orphans(owned()).size();
    }

    private Set<String> owned() {
        return jobs.values().stream()
                .map(job -> job.get("pdf", Document.class))
                .filter(pdf -> pdf != null)
                .map(pdf -> pdf.getString("blob"))
                .collect(Collectors.toSet());
    }

    /** The violation, and the history of the job that it is about. */
    String told(Violation violation) {
        var histories = new Histories(ledger, system.mails(), CrashSystem.logs());
        return violation.job().isEmpty()
                ? violation.toString()
                : violation + "\n    " + String.join("\n    ", histories.of(violation.job()));
    }
}
