package io.capitune.e2e;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;

import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Visitor;
import io.capitune.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * MongoDB is away for half a minute: at first it takes what is sent and says nothing, then it is gone. Nobody is signed out by it,
 * and nobody is told to be a stranger who may not be one.
 */
class LongOutageTest {

    private static final Duration HALF = Duration.ofSeconds(15);
    private static final String CHECK = "/internal/session";
    private static final String PASSWORD = "trois girafes à vélo";

    private final CapituneSystem system = CapituneSystem.get();
    private final AuthReplicas replicas = AuthReplicas.get();
    private final Candidate person = Candidate.signedIn().choosing(PASSWORD);
    private final String token = logIn().get("token");
    private final Map<String, String> unseen = logIn();

    /** The tokens of a program that has just signed in at the first replica. */
    private Map<String, String> logIn() {
        var body = Json.object().put("email", person.email()).put("password", PASSWORD);
        var answer =
                replicas.first().postJson("/api/auth/login", body.toString()).json();
        return Map.of(
                "token", answer.get("token").asText(),
                "refreshToken", answer.get("refreshToken").asText());
    }

    private static Visitor bearing(Visitor visitor, String token) {
        return visitor.with("Authorization", "Bearer " + token);
    }

    /** Those in use: each was let in before. */
    private Map<String, IntSupplier> known() {
        var known = new LinkedHashMap<String, IntSupplier>();
        var page = new Visitor().plant("session", person.cookie("session")).with("Accept", "text/html");
        var program = bearing(new Visitor(), token);
        var cookieThere = replicas.second().plant("session", person.cookie("session"));
        var tokenThere = bearing(replicas.second(), token);
        known.put("cookie, page without data", () -> page.get("/help").status());
        known.put("cookie, page of CVs", () -> page.get("/cv").status());
        known.put("cookie, API", () -> person.get("/api/cv/usage").status());
        known.put("token, API", () -> program.get("/api/users/me").status());
        known.put("token, gateway's check", () -> tokenThere.get(CHECK).status());
        known.put("cookie, gateway's check", () -> {
            var answer = cookieThere.get(CHECK);
            var stranger =
                    answer.status() == 200 && answer.header("Authorization").isEmpty();
            return stranger ? 401 : answer.status();
        });
        return known;
    }

    /** Those that the process which is asked has never seen. */
    private Map<String, IntSupplier> unknown() {
        var unknown = new LinkedHashMap<String, IntSupplier>();
        var cookie = new Visitor().plant("session", "A".repeat(43));
        var other = bearing(replicas.second(), unseen.get("token"));
        unknown.put("cookie", () -> cookie.get("/api/cv/usage").status());
        unknown.put("token of another replica's session", () -> other.get(CHECK).status());
        unknown.put("next token", () -> refresh(replicas.second()));
        unknown.put("password", () -> {
            var body = Json.object().put("email", person.email()).put("password", PASSWORD);
            return replicas.second()
                    .postJson("/api/auth/login", body.toString())
                    .status();
        });
        return unknown;
    }

    private int refresh(Visitor at) {
        var body = Json.object().put("refreshToken", unseen.get("refreshToken"));
        return at.postJson("/api/auth/refresh", body.toString()).status();
    }

    @Test
    void halfAMinuteWithoutMongoDbSignsNobodyOut() {
        var calls = new LinkedHashMap<>(known());
        calls.values().forEach(call -> assertThat(call.getAsInt()).isEqualTo(200));
        calls.putAll(unknown());
        var forged = bearing(new Visitor(), TestTokens.user("mallory", "candidate"));
        calls.put("forged token", () -> forged.get("/api/users/me").status());

        var answers = new LinkedHashMap<String, Map<Integer, Integer>>();
        var mongod = system.process("mongod");
        system.whileNobodyHeals(() -> {
            mongod.freeze();
            answers.putAll(duringHalf("silent", calls));
            mongod.kill();
            answers.putAll(duringHalf("gone", calls));
        });

        System.out.println("Answers while MongoDB was away: " + answers);
        known().forEach((name, call) -> Awaitility.await(name + " afterwards")
                .atMost(Duration.ofSeconds(20))
                .until(() -> call.getAsInt() == 200));
        Awaitility.await("a refresh of the other replica")
                .atMost(Duration.ofSeconds(20))
                .until(() -> refresh(replicas.second()) == 200);
        answers.forEach((call, statuses) ->
                assertThat(statuses.keySet()).as("%s: %s", call, statuses).isSubsetOf(expected(call)));
    }

    private Set<Integer> expected(String call) {
        var name = call.substring(call.indexOf(": ") + 2);
        return name.equals("forged token") ? Set.of(401) : known().containsKey(name) ? Set.of(200, 503) : Set.of(503);
    }

    /** Makes all calls over and over, at the same time; how often each was answered with what. */
    private static Map<String, Map<Integer, Integer>> duringHalf(String phase, Map<String, IntSupplier> calls) {
        var end = System.nanoTime() + HALF.toNanos();
        var names = calls.keySet().stream().toList();
        var answers = Crowd.atOnce(names.size(), i -> until(end, calls.get(names.get(i))));
        var named = new LinkedHashMap<String, Map<Integer, Integer>>();
        for (int i = 0; i < names.size(); i++) {
            named.put(phase + ": " + names.get(i), answers.get(i));
        }
        return named;
    }

    private static Map<Integer, Integer> until(long end, IntSupplier call) {
        var statuses = new TreeMap<Integer, Integer>();
        Awaitility.await()
                .atMost(HALF.multipliedBy(4))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    statuses.merge(call.getAsInt(), 1, Integer::sum);
                    return System.nanoTime() >= end;
                });
        return statuses;
    }
}
