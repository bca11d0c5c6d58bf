package io.capitune.e2e.crash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.Document;

/** What must hold of every accepted job once all is quiet, whatever it came to; {@link Ends} says what it must have come to. */
final class Checks {

    private static final Set<String> CODES = Set.of(
            "MODEL_UNAVAILABLE",
            "MODEL_ANSWER_INVALID",
            "RENDER_FAILED",
            "PRINT_FAILED",
            "PROOF_FAILED",
            "STORAGE_FAILED",
            "TOO_LONG",
            "INTERNAL");

    private final Evidence evidence;
    private final Map<String, Document> jobs;

    Checks(Evidence evidence) {
        this.evidence = evidence;
        this.jobs = evidence.jobs();
    }

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(evidence.accepted().parallelStream()
                .flatMap(job -> ofJob(job).stream())
                .toList());
        found.addAll(ofStrangers());
        evidence.people().forEach(person -> found.addAll(ofPerson(person)));
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
        var answer = evidence.download(job);
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
            var markers = Markers.in(bytes);
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
        return evidence.readyMails(job.email()).stream()
                .filter(mail -> mail.link().getPath().equals("/cv/" + job.id()))
                .count();
    }

    /** Jobs that nobody was told of are doubles of somebody's. */
    private List<Violation> ofStrangers() {
        var known = evidence.accepted().stream().map(Applicant.Job::id).collect(Collectors.toSet());
        var strangers = new HashSet<>(jobs.keySet());
        strangers.removeAll(known);
        return strangers.stream()
                .map(id -> new Violation(id, "a job that nobody was told of"))
                .toList();
    }

    private List<Violation> ofPerson(String person) {
        var own = evidence.accepted().stream()
                .filter(job -> job.email().equals(person) && jobs.containsKey(job.id()))
                .map(job -> jobs.get(job.id()))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        var done = own.stream()
                .filter(job -> "DONE".equals(job.getString("status")))
                .count();
        var found = new ArrayList<Violation>();
        var used = evidence.used(own.getFirst().getString("owner"));
        if (used != done) {
            found.add(new Violation("", "%s has %d done jobs and %d units used".formatted(person, done, used)));
        }
        var sent = evidence.readyMails(person).size();
        if (sent != done) {
            found.add(new Violation("", "%s has %d done jobs and %d e-mails".formatted(person, done, sent)));
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
