package io.capitune.e2e;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What ends in one replica of auth-service is over in the others within five seconds: measured from the act's answer to the end of the last
 * request that was let in, by cookie or by token. All ends are measured at the same time.
 */
class RevocationTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String CHECK = "/internal/session";
    private static final String PASSWORD = "trois girafes à vélo";
    private static final String REASON = "{\"reason\":\"Des annonces de travail qui n’existe pas\"}";

    /** How long each went on, by name. */
    private static final Map<String, Duration> WENT_ON = new ConcurrentHashMap<>();

    /** Something that ends, and whether the other replica still takes it. */
    private record End(String name, Runnable act, BooleanSupplier taken) {

        Duration measured() {
            assertThat(taken.getAsBoolean()).as("%s: before", name).isTrue();
            // Asked for without a pause, so that the other replica has just read what is about to end.
            var last = new AtomicLong();
            var acted = CompletableFuture.supplyAsync(
                    () -> {
                        act.run();
                        return System.nanoTime();
                    },
                    Thread::startVirtualThread);
            Awaitility.await(name)
                    .atMost(LONGEST.multipliedBy(6))
                    .pollInterval(Duration.ofMillis(20))
                    .during(Duration.ofMillis(800))
                    .until(() -> !takenUntil(last) && acted.isDone());
            return Duration.ofNanos(Math.max(0, last.get() - acted.join()));
        }

        private boolean takenUntil(AtomicLong last) {
            var yes = taken.getAsBoolean();
            if (yes) {
                last.set(System.nanoTime());
            }
            return yes;
        }
    }

    @BeforeAll
    static void measure() {
        var admin = at(AuthReplicas.get().first(), tokenOf(Candidate.administrator()));
        var ends = List.of(
                browserSignsOut(),
                programSignsOut(),
                suspended(admin),
                anotherRole(admin),
                noAdminAnyMore(admin),
                anotherPassword(),
                deleted(),
                endedFromElsewhere(),
                allOthersEnded(),
                addressTakenBack());
        var measured = Crowd.atOnce(ends.size(), i -> ends.get(i).measured());
        IntStream.range(0, ends.size()).forEach(i -> WENT_ON.put(ends.get(i).name(), measured.get(i)));
        System.out.println("Went on for: " + WENT_ON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "browser signs out",
                "program signs out",
                "suspended",
                "another role",
                "no admin any more",
                "another password",
                "deleted",
                "ended from elsewhere",
                "all others ended",
                "address taken back"
            })
    void isOverInTheOtherReplicaWithinFiveSeconds(String name) {
        assertThat(WENT_ON.get(name)).isLessThanOrEqualTo(LONGEST);
    }

    private static End browserSignsOut() {
        var person = Candidate.signedIn();
        var there = AuthReplicas.get().first().plant("session", person.cookie("session"));
        return new End("browser signs out", () -> succeed(there.post("/api/auth/logout")), inUse(person));
    }

    private static End programSignsOut() {
        var person = Candidate.signedIn().choosing(PASSWORD);
        var token = loggedIn(person.email());
        var there = at(AuthReplicas.get().first(), token);
        return new End("program signs out", () -> succeed(there.post("/api/auth/logout")), inUse(token));
    }

    private static End suspended(Visitor admin) {
        var person = Candidate.signedIn();
        var path = "/api/admin/users/" + person.id() + "/suspend";
        return new End("suspended", () -> succeed(admin.postJson(path, REASON)), inUse(person));
    }

    /** The session goes on, and with it the token that was given out: what is handed on has to say the new role. */
    private static End anotherRole(Visitor admin) {
        var person = Candidate.signedIn();
        var token = tokenOf(person);
        var there = at(AuthReplicas.get().second(), token);
        return new End(
                "another role",
                () -> succeed(changeRole(admin, person, "professional")),
                () -> claims(there.get(CHECK).header("Authorization"))
                        .get("roles")
                        .toString()
                        .contains("candidate"));
    }

    private static End noAdminAnyMore(Visitor admin) {
        var other = Candidate.administrator();
        return new End("no admin any more", () -> succeed(changeRole(admin, other, "candidate")), inUse(other));
    }

    private static End anotherPassword() {
        var person = Candidate.signedIn();
        var other = Candidate.signedIn(person.email());
        var there = at(AuthReplicas.get().first(), tokenOf(other));
        var body = Json.object().put("password", PASSWORD).toString();
        return new End(
                "another password", () -> succeed(there.postJson("/api/auth/change-password", body)), inUse(person));
    }

    private static End deleted() {
        var person = Candidate.signedIn();
        var there = at(AuthReplicas.get().first(), tokenOf(person));
        var body = Json.object().put("confirm", person.email()).toString();
        return new End(
                "deleted",
                () -> succeed(there.send(
                        "DELETE", "/api/users/me", BodyPublishers.ofString(body), "Content-Type", "application/json")),
                inUse(person));
    }

    private static End endedFromElsewhere() {
        var person = Candidate.signedIn();
        var there = at(AuthReplicas.get().first(), tokenOf(Candidate.signedIn(person.email())));
        var list = there.get("/api/auth/sessions").json().get("items");
        var other = StreamSupport.stream(list.spliterator(), false)
                .filter(session -> !session.get("current").asBoolean())
                .findFirst()
                .orElseThrow();
        var path = "/api/auth/sessions/" + other.get("id").asText();
        return new End("ended from elsewhere", () -> succeed(there.delete(path)), inUse(person));
    }

    private static End allOthersEnded() {
        var person = Candidate.signedIn();
        var there = at(AuthReplicas.get().first(), tokenOf(Candidate.signedIn(person.email())));
        return new End("all others ended", () -> succeed(there.delete("/api/auth/sessions")), inUse(person));
    }

    /** Whoever changed the address is out when its owner takes the account back. */
    private static End addressTakenBack() {
        var person = Candidate.signedIn();
        var before = person.email();
        var after = Candidate.newAddress();
        succeed(person.postJson(
                "/api/auth/change-email", Json.object().put("email", after).toString()));
        var confirm = Mailbox.awaitLinkTo("/confirm-email", after).token();
        succeed(person.postJson(
                "/api/auth/confirm-email", Json.object().put("token", confirm).toString()));
        var undo = Json.object()
                .put("token", Mailbox.awaitLinkTo("/undo-email", before).token());
        return new End(
                "address taken back",
                () -> succeed(AuthReplicas.get().first().postJson("/api/auth/undo-email", undo.toString())),
                inUse(person));
    }

    private static Answer changeRole(Visitor admin, Candidate person, String role) {
        var body = Json.object().put("role", role).put("reason", "Le métier a changé depuis");
        return admin.postJson("/api/admin/users/" + person.id() + "/role", body.toString());
    }

    /** Whether the second replica takes the person's cookie or a token that was made for it, or the gateway does. */
    private static BooleanSupplier inUse(Candidate person) {
        var withCookie = AuthReplicas.get().second().plant("session", person.cookie("session"));
        var withToken = inUse(tokenOf(person));
        return () -> !withCookie.get(CHECK).header("Authorization").isEmpty() | withToken.getAsBoolean();
    }

    /** Whether it takes the token, or the gateway does. */
    private static BooleanSupplier inUse(String token) {
        var there = at(AuthReplicas.get().second(), token);
        var outside = at(new Visitor(), token);
        return () ->
                there.get(CHECK).status() == 200 | outside.get("/api/users/me").status() == 200;
    }

    private static Visitor at(Visitor visitor, String token) {
        return visitor.with("Authorization", "Bearer " + token);
    }

    private static void succeed(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
    }

    /** The token that the gateway hands on for the person's cookie. */
    private static String tokenOf(Candidate person) {
        return AuthReplicas.get()
                .first()
                .plant("session", person.cookie("session"))
                .get(CHECK)
                .header("Authorization")
                .substring("Bearer ".length());
    }

    private static String loggedIn(String email) {
        var body = Json.object().put("email", email).put("password", PASSWORD);
        return AuthReplicas.get()
                .first()
                .postJson("/api/auth/login", body.toString())
                .json()
                .get("token")
                .asText();
    }

    private static JsonNode claims(String authorization) {
        var payload = authorization.split("\\.")[1];
        return Json.read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
