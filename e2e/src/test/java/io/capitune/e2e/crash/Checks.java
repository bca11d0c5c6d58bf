package io.capitune.e2e.crash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Pdf;
import org.bson.Document;

/** What must hold of every accepted job once all is quiet. */
final class Checks {

    private static final Pattern MARKER = Pattern.compile("Marque-\\d+-\\d+\\.");

    private static final Set<String> CODES = Set.of(
            "MODEL_UNAVAILABLE",
            "MODEL_ANSWER_INVALID",
            "RENDER_FAILED",
            "PRINT_FAILED",
            "PROOF_FAILED",
            "STORAGE_FAILED",
            "TOO_LONG",
            "INTERNAL");

    private final Ledger ledger;
    private final ResendStub mails;
    private final List<Applicant> people;
    private final List<Applicant.Job> accepted;
    private final Map<String, Document> jobs;

    Checks(Ledger ledger, ResendStub mails, List<Applicant> people, List<Applicant.Job> accepted) {
        this.ledger = ledger;
        this.mails = mails;
        this.people = people;
        this.accepted = accepted;
        this.jobs = ledger.jobs();
    }

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(
                accepted.parallelStream().flatMap(job -> ofJob(job).stream()).toList());
        found.addAll(ofStrangers());
        people.forEach(person -> found.addAll(ofPerson(person)));
        mails.objections().forEach(objection -> found.add(new Violation("", "to Resend: " + objection)));
        ledger.failedEvents()
                .forEach(event -> found.add(new Violation(event.getString("subject"), "event given up: " + event)));
        return found;
    }

    private List<Violation> ofJob(Applicant.Job job) {
        var kept = jobs.get(job.id());
        if (kept == null) {
            return List.of(new Violation(job.id(), "lost"));
        }
        return switch (kept.getString("status")) {
            case "DONE" -> ofDone(job, kept);
            case "FAILED" -> ofFailed(job, kept);
            default -> List.of(new Violation(job.id(), "never ended: " + kept.getString("status")));
        };
    }

    private List<Violation> ofDone(Applicant.Job job, Document kept) {
        var found = new ArrayList<Violation>();
        var sent = mailsOf(job);
        if (sent != 1) {
            found.add(new Violation(job.id(), "done, with " + sent + " e-mails"));
        }
        var answer = job.owner().get("/api/cv/jobs/" + job.id() + "/download");
        if (answer.status() != 200) {
            found.add(new Violation(job.id(), "its file answers " + answer.refusal()));
            return found;
        }
        if (!sha256(answer.body()).equals(kept.get("pdf", Document.class).getString("sha256"))) {
            found.add(new Violation(job.id(), "its file is not the one that was printed: another SHA-256"));
        }
        found.addAll(ofText(job, answer.body()));
        return found;
    }

    private static List<Violation> ofText(Applicant.Job job, byte[] bytes) {
        try {
            var text = Pdf.of(bytes).text();
            var markers = MARKER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
            return markers.equals(Set.of(job.marker()))
                    ? List.of()
                    : List.of(new Violation(job.id(), "its file says " + markers + ", not " + job.marker()));
        } catch (RuntimeException unreadable) {
            return List.of(new Violation(job.id(), "its file cannot be read: " + unreadable));
        }
    }

    private List<Violation> ofFailed(Applicant.Job job, Document kept) {
        var found = new ArrayList<Violation>();
        if (!CODES.contains(String.valueOf(kept.getString("failure")))) {
            found.add(new Violation(job.id(), "failed without a code: " + kept.getString("failure")));
        }
        if (kept.get("pdf") != null) {
            found.add(new Violation(job.id(), "failed, with a file"));
        }
        if (mailsOf(job) != 0) {
            found.add(new Violation(job.id(), "failed, with an e-mail"));
        }
        return found;
    }

    private long mailsOf(Applicant.Job job) {
        return mails.accepted(job.owner().email(), Mailbox.CV_READY).stream()
                .filter(mail -> mail.mail().link().getPath().equals("/cv/" + job.id()))
                .count();
    }

    /** Jobs that nobody was told of are doubles of somebody's. */
    private List<Violation> ofStrangers() {
        var known = accepted.stream().map(Applicant.Job::id).collect(Collectors.toSet());
        var strangers = new HashSet<>(jobs.keySet());
        strangers.removeAll(known);
        return strangers.stream()
                .map(id -> new Violation(id, "a job that nobody was told of"))
                .toList();
    }

    private List<Violation> ofPerson(Applicant person) {
        var own = accepted.stream()
                .filter(job -> job.owner() == person && jobs.containsKey(job.id()))
                .map(job -> jobs.get(job.id()))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        var done = own.stream()
                .filter(job -> "DONE".equals(job.getString("status")))
                .count();
        var found = new ArrayList<Violation>();
        var used = ledger.used(own.getFirst().getString("owner"));
        if (used != done) {
            found.add(new Violation("", "%s has %d done jobs and %d units used".formatted(person.email(), done, used)));
        }
        var sent = mails.accepted(person.email(), Mailbox.CV_READY).size();
        if (sent != done) {
            found.add(new Violation("", "%s has %d done jobs and %d e-mails".formatted(person.email(), done, sent)));
        }
        return found;
    }

    static String sha256(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
