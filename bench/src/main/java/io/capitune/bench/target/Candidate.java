package io.capitune.bench.target;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody signed in by the link from the mailbox, through the gateway, as a browser would be. */
public final class Candidate {

    private static final Pattern LINK = Pattern.compile("\\?token=([A-Za-z0-9_-]+)");
    private static final Duration MAIL_WITHIN = Duration.ofSeconds(30);

    private final Http http;
    private final String gateway;
    private final String session;

    private Candidate(Http http, String gateway, String session) {
        this.http = http;
        this.gateway = gateway;
        this.session = session;
    }

    /** Asks for the mail, follows its link, keeps the session. */
    public static Candidate signIn(Http http, String gateway, String email) {
        var asked = http.send(
                Http.to(gateway + "/api/auth/signin/email")
                        .header("Content-Type", "application/json")
                        .POST(Http.json(Map.of("email", email)))
                        .build(),
                202);
        var link = gateway + "/api/auth/callback/email?token=" + mailedToken(http, gateway, email);
        var entered = http.send(Http.to(link).header("Cookie", cookies(asked)).build(), 303);
        return new Candidate(http, gateway, cookies(entered));
    }

    private static String mailedToken(Http http, String gateway, String email) {
        var mailbox = Http.to(gateway + "/dev/mail/api/messages?to=" + email.replace("@", "%40"))
                .build();
        for (var deadline = System.nanoTime() + MAIL_WITHIN.toNanos(); System.nanoTime() < deadline; pause(20)) {
            var found = Http.read(http.send(mailbox, 200))
                    .valueStream()
                    .map(mail -> LINK.matcher(mail.path("text").asText()))
                    .filter(Matcher::find)
                    .findFirst();
            if (found.isPresent()) {
                return found.get().group(1);
            }
        }
        throw new IllegalStateException("no mail came for " + email);
    }

    private static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    /** The session as the {@code Cookie} header carries it. */
    public String cookie() {
        return session;
    }

    /** Submits, and returns the job's id. */
    public String submit(Object body) {
        var request = Http.to(gateway + "/api/cv/jobs")
                .header("Content-Type", "application/json")
                .header("Cookie", session)
                .POST(Http.json(body))
                .build();
        return Http.read(http.send(request, 202)).path("jobId").asText();
    }

    /** Agrees that a language model sees the text. */
    public void consent() {
        var request = Http.to(gateway + "/api/cv/consent")
                .header("Content-Type", "application/json")
                .header("Cookie", session)
                .PUT(Http.json(Map.of("model", true)))
                .build();
        http.send(request, 200);
    }

    /** Sets a first password. */
    public void password(String password) {
        var request = Http.to(gateway + "/api/auth/change-password")
                .header("Content-Type", "application/json")
                .header("Cookie", session)
                .POST(Http.json(Map.of("password", password)))
                .build();
        http.send(request, 204);
    }

    /** A request of theirs for something behind the gateway. */
    public HttpRequest get(String path) {
        return Http.to(gateway + path).header("Cookie", session).build();
    }

    /** Whether the job is done; a failed one ends the run. */
    public boolean isDone(String jobId) {
        JsonNode job = Http.read(http.send(get("/api/cv/jobs/" + jobId), 200));
        if (job.path("status").asText().equals("failed")) {
            throw new IllegalStateException("job failed: " + job);
        }
        return job.path("status").asText().equals("done");
    }

    /** Waits; there is nothing to wait for but time. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
