package io.capitune.e2e.crash;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Submission;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;

/** Somebody who submits one CV after the other, and asks again with the same {@code Idempotency-Key} until it is accepted. */
final class Applicant extends Visitor {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Each such submission is sent once more although it was accepted, as by a client that missed the answer. */
    private static final int ASKED_TWICE = 5;

    private final int number;
    private final Schedule schedule;
    private final Accepted accepted;
    private final AtomicInteger submissions = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /**
     * A submission that was accepted.
     *
     * @param email whose it is
     * @param marker what its PDF says and no other
     */
    record Job(String email, String key, String marker, Due due, String id) {}

    private record Request(String key, String marker, Due due, String body) {}

    Applicant(CapituneSystem system, int number, Schedule schedule, Accepted accepted) {
        super(system::at);
        this.number = number;
        this.schedule = schedule;
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
        var request = request(turn);
        accepted.expect(email(), request.key(), request.marker());
        untilAnswered(request);
        if (turn % ASKED_TWICE == 0) {
            untilAnswered(request);
        }
        return accepted.job(request.key());
    }

    private Request request(int turn) {
        var marker = Markers.of(number, turn);
        var due = schedule.due(number, turn);
        var body = Submission.of(due.resume("Personne " + number, marker)).json();
        return new Request("crash-%d-%d".formatted(number, turn), marker, due, body);
    }

    private void untilAnswered(Request request) throws InterruptedException {
        while (!submitted(request)) {
            Thread.sleep(PAUSE);
        }
    }

    private boolean submitted(Request request) {
        try {
            var answer = send(
                    "POST",
                    "/api/cv/jobs",
                    BodyPublishers.ofString(request.body()),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    request.key());
            if (answer.status() == 202) {
                var id = answer.json().get("jobId").asText();
                accepted.add(new Job(email(), request.key(), request.marker(), request.due(), id));
                return true;
            }
            accepted.refused(request.key(), answer);
            return answer.status() < 500;
        } catch (UncheckedIOException broken) {
            accepted.broken(broken.getCause());
            return false;
        }
    }
}
