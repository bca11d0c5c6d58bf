package io.capitune.e2e.crash;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Submission;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;

/** Somebody who submits one CV after the other, and asks again with the same {@code Idempotency-Key} until it is accepted. */
final class Applicant extends Visitor {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Each such submission is sent once more although it was accepted, as by a client that missed the answer. */
    private static final int ASKED_TWICE = 5;

    private final int number;
    private final Accepted accepted;
    private final AtomicInteger submissions = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /**
     * A submission that was accepted.
     *
     * @param email whose it is
     * @param marker what its PDF says and no other
     */
    record Job(String email, String key, String marker, String id) {}

    Applicant(CapituneSystem system, int number, Accepted accepted) {
        super(system::at);
        this.number = number;
        this.accepted = accepted;
    }

    String email() {
        return "candidate-%d@exemple.fr".formatted(number);
    }

    /** Signs in by the link in the mail. */
    void signIn(ResendStub mails) {
        var asked = postJson(
                "/api/auth/signin/email", Json.object().put("email", email()).toString());
        if (asked.status() != 202) {
            throw new AssertionError("asking for a link answered " + asked);
        }
        var mail = Awaitility.await("sign-in mail")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> mails.accepted(email(), Mailbox.SIGN_IN), found -> !found.isEmpty())
                .getFirst();
        var entered = get(mail.mail().path());
        if (entered.status() != 303) {
            throw new AssertionError("the link answered " + entered);
        }
    }

    /** Submits one CV; returns when it is accepted; empty where it is refused for good. */
    Optional<Job> submit() throws InterruptedException {
        unanswered.incrementAndGet();
        try {
            return untilAnswered();
        } finally {
            unanswered.decrementAndGet();
        }
    }

    /** Whether nothing that was submitted waits for its answer. */
    boolean isAnswered() {
        return unanswered.get() == 0;
    }

    private Optional<Job> untilAnswered() throws InterruptedException {
        var turn = submissions.incrementAndGet();
        var marker = Markers.of(number, turn);
        var key = "crash-%d-%d".formatted(number, turn);
        var body = Submission.of(Resumes.of("Personne " + number, "Entrepôt " + marker))
                .json();
        accepted.expect(email(), key, marker);
        untilAnswered(key, marker, body);
        if (turn % ASKED_TWICE == 0) {
            untilAnswered(key, marker, body);
        }
        return accepted.job(key);
    }

    private void untilAnswered(String key, String marker, String body) throws InterruptedException {
        while (!submitted(key, marker, body)) {
            Thread.sleep(PAUSE);
        }
    }

    private boolean submitted(String key, String marker, String body) {
        try {
            var answer = send(
                    "POST",
                    "/api/cv/jobs",
                    BodyPublishers.ofString(body),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    key);
            if (answer.status() == 202) {
                accepted.add(
                        new Job(email(), key, marker, answer.json().get("jobId").asText()));
                return true;
            }
            accepted.refused(key, answer);
            return answer.status() < 500;
        } catch (UncheckedIOException broken) {
            accepted.broken(broken.getCause());
            return false;
        }
    }
}
