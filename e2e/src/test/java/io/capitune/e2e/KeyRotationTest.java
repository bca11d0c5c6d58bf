package io.capitune.e2e;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing keys rotate while people and their programs work: every verifier has its own memory of keys, and none is restarted. */
class KeyRotationTest {

    private static final String PASSWORD = "une lampe calme sur le port 4";
    private static final int CALLERS = 3;
    private static final int LEAST_REQUESTS = 100;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void noRequestFailsAndNoTokenInFlightBreaksWhileKeysRotate() throws Exception {
        var people = Stream.generate(Candidate::signedIn).limit(CALLERS).toList();
        var programs = people.stream().map(KeyRotationTest::programOf).toList();
        var first = signingKey(people.getFirst());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = Stream.of(people, programs)
                    .flatMap(List::stream)
                    .map(caller -> threads.submit(workOf(caller)))
                    .toList();
            try {
                awaitRequests();
                CapituneSystem.get().admin("rotate-keys");
                Awaitility.await("the next key signs")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> !signingKey(people.getFirst()).equals(first));
                awaitRequests();
            } finally {
                over.set(true);
            }
            for (Future<?> each : working) {
                each.get();
            }
        }
        // The worker's own token was signed by the former key, and its next one is not.
        people.forEach(person -> person.awaitDone(person.submit(Resumes.any())));
    }

    /** Asks again and again, of two services, until it is over; any answer but 200 ends it. */
    private Callable<Void> workOf(Visitor caller) {
        return () -> {
            while (!over.get()) {
                for (var path : List.of("/api/cv/usage", "/api/users/me")) {
                    assertThat(caller.get(path).status()).as(path).isEqualTo(200);
                    asked.incrementAndGet();
                }
            }
            return null;
        };
    }

    private void awaitRequests() {
        var until = asked.get() + LEAST_REQUESTS;
        Awaitility.await("requests").atMost(Duration.ofSeconds(30)).until(() -> asked.get() >= until);
    }

    /** A program of theirs: it signs in with their password, and has one token all the time. */
    private static Visitor programOf(Candidate person) {
        var set = person.postJson(
                "/api/auth/change-password",
                Json.object().put("password", PASSWORD).toString());
        assertThat(set.status()).isEqualTo(204);
        var credentials = Json.object().put("email", person.email()).put("password", PASSWORD);
        var token = new Visitor()
                .postJson("/api/auth/login", credentials.toString())
                .json()
                .get("token")
                .asText();
        return new Visitor().with("Authorization", "Bearer " + token);
    }

    /** The id of the key that signs what the gateway is given for the person. */
    private static String signingKey(Candidate person) {
        var check = URI.create("http://127.0.0.1:"
                + CapituneSystem.get().process("auth-service").port() + "/internal/session");
        var token = person.send("GET", check, BodyPublishers.noBody())
                .headers()
                .firstValue("Authorization")
                .orElseThrow()
                .replace("Bearer ", "");
        var header = Base64.getUrlDecoder().decode(token.split("\\.")[0]);
        return Json.read(new String(header, StandardCharsets.UTF_8)).get("kid").asText();
    }
}
