package io.capitune.e2e.system;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;

/** Somebody with an account, who signs in by the mail's link and works by the API. */
public final class Candidate extends Visitor {

    private final String email;

    private Candidate(String email) {
        this.email = email;
    }

    /** An address that nobody has used yet. */
    public static String newAddress() {
        return "user-" + UUID.randomUUID().toString().substring(0, 13) + "@exemple.fr";
    }

    /** A new person, signed in. */
    public static Candidate signedIn() {
        return signedIn(newAddress());
    }

    /** The person of that address, signed in. */
    public static Candidate signedIn(String email) {
        var person = new Candidate(email);
        var before = Mailbox.all(email, Mailbox.SIGN_IN).size();
        person.askForLink();
        var entered =
                person.get(Mailbox.await(email, Mailbox.SIGN_IN, before + 1).path());
        if (entered.status() != 303) {
            throw new AssertionError("the link answered " + entered);
        }
        return person;
    }

    /** An administrator, signed in with the code of an app that was set up on the way. */
    public static Candidate administrator() {
        var person = new Candidate(newAddress());
        CapituneSystem.get().admin("create", person.email);
        person.askForLink();
        var entered = person.get(Mailbox.await(person.email, Mailbox.SIGN_IN).path());
        if (!entered.header("Location").endsWith("/login/enrol")) {
            throw new AssertionError("the link of an administrator answered " + entered);
        }
        var page = person.get("/login/enrol");
        var app = new AuthenticatorApp(page.found("class=\"key\">([^<]+)<"));
        var draft = page.found("name=\"draft\" value=\"([^\"]+)\"");
        var enrolled = person.postForm("/login/enrol", Map.of("draft", draft, "code", app.code()));
        if (enrolled.status() != 200 || person.cookie("session") == null) {
            throw new AssertionError("the app's code answered " + enrolled);
        }
        return person;
    }

    /** A person who asked for a link and has not opened it. */
    public static Candidate waiting() {
        var person = new Candidate(newAddress());
        person.askForLink();
        return person;
    }

    private void askForLink() {
        var asked = postJson(
                "/api/auth/signin/email", Json.object().put("email", email).toString());
        if (asked.status() != 202) {
            throw new AssertionError("asking for a link answered " + asked);
        }
    }

    public String email() {
        return email;
    }

    /** The account's id. */
    public String id() {
        return get("/api/users/me").json().get("id").asText();
    }

    /** Gives the account its first password. */
    public Candidate choosing(String password) {
        var answer = postJson(
                "/api/auth/change-password",
                Json.object().put("password", password).toString());
        if (answer.status() != 204) {
            throw new AssertionError("choosing a password answered " + answer);
        }
        return this;
    }

    /** Has pages and mails in that language from here on. */
    public Candidate speaking(String language) {
        postForm("/language", Map.of("locale", language, "next", "/"));
        return this;
    }

    /** Submits a résumé and gives the job's id. */
    public String submit(JsonNode resume) {
        return accepted(postJson("/api/cv/jobs", Submission.of(resume).json()));
    }

    /** The id in the answer of a submission that has to have been accepted. */
    public static String accepted(Answer answer) {
        if (answer.status() != 202) {
            throw new AssertionError("not accepted: " + answer);
        }
        return answer.json().get("jobId").asText();
    }

    public JsonNode job(String id) {
        var answer = get("/api/cv/jobs/" + id);
        if (answer.status() != 200) {
            throw new AssertionError("status of job answered " + answer);
        }
        return answer.json();
    }

    public JsonNode awaitDone(String id) {
        return awaitEnd(id, "done", Duration.ofSeconds(60));
    }

    public JsonNode awaitFailed(String id) {
        return awaitEnd(id, "failed", Duration.ofSeconds(60));
    }

    public JsonNode awaitEnd(String id, String status, Duration limit) {
        var job = Awaitility.await("job ends")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> job(id), it -> it.get("status").asText().matches("done|failed"));
        if (!job.get("status").asText().equals(status)) {
            throw new AssertionError("not " + status + ": " + job);
        }
        return job;
    }

    /** The printed file of a finished job. */
    public Pdf download(String id) {
        var answer = get("/api/cv/jobs/" + id + "/download");
        if (answer.status() != 200) {
            throw new AssertionError("download answered " + answer);
        }
        return Pdf.of(answer.body());
    }

    /** Units used this month. */
    public int used() {
        return get("/api/cv/usage").json().get("used").asInt();
    }
}
