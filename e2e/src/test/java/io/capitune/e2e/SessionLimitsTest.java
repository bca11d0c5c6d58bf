package io.capitune.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What one account may have of sessions and devices is exact over two replicas, however many sign in at the same moment. */
class SessionLimitsTest {

    private static final String PASSWORD = "trois girafes à vélo";

    // As many passwords as are free to be tried at once: the default of auth-service (AuthConfig).
    private static final int AT_ONCE = 5;

    private final AuthReplicas replicas = AuthReplicas.get();
    private final Candidate owner = Candidate.signedIn().choosing(PASSWORD);

    /** Signs in so often, at both replicas by turns, a handful at once. */
    private static <T> List<T> signIns(int count, IntFunction<T> signIn) {
        var results = new ArrayList<T>();
        while (results.size() < count) {
            results.addAll(Crowd.atOnce(Math.min(AT_ONCE, count - results.size()), signIn));
        }
        return results;
    }

    @Test
    void sessionsOfOneAccountsPrograms() {
        signIns(AuthReplicas.SESSIONS - 1, this::program);
        assertThat(programs()).as("before").isEqualTo(AuthReplicas.SESSIONS - 1);

        var last = signIns(AT_ONCE, this::program);

        assertThat(programs()).isEqualTo(AuthReplicas.SESSIONS);
        assertThat(last).as("those that were opened last").allMatch(token -> isTaken(replicas.byTurns(), token));
    }

    @Test
    void oneSessionTooManyEndsAnother() {
        var first = program(0);
        signIns(AuthReplicas.SESSIONS - 1, this::program);
        assertThat(isTaken(replicas.first(), first))
                .as("as many as there may be")
                .isTrue();

        program(1);

        assertThat(programs()).isEqualTo(AuthReplicas.SESSIONS);
        assertThat(isTaken(replicas.second(), first)).as("one more").isFalse();
    }

    /** The token of a program that signs in at one replica or the other. */
    private String program(int number) {
        var body = Json.object().put("email", owner.email()).put("password", PASSWORD);
        var answer = replicas.at(number).postJson("/api/auth/login", body.toString());
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().get("token").asText();
    }

    private static boolean isTaken(Visitor replica, String token) {
        var check = replica.with("Authorization", "Bearer " + token).get("/internal/session");
        return check.status() == 200;
    }

    private long programs() {
        var sessions = owner.get("/api/auth/sessions").json().get("items");
        return StreamSupport.stream(sessions.spliterator(), false)
                .filter(session -> session.get("kind").asText().equals("api"))
                .count();
    }

    @Test
    void devicesOfOneAccount() {
        // Its owner signed in on one.
        signIns(AuthReplicas.DEVICES - 2, this::browser);
        assertThat(devices()).as("before").isEqualTo(AuthReplicas.DEVICES - 1);

        signIns(AT_ONCE, this::browser);

        assertThat(devices()).isEqualTo(AuthReplicas.DEVICES);
    }

    /** Signs in, in a browser that the account knows from here on. */
    private Answer browser(int number) {
        var form = Map.of("email", owner.email(), "password", PASSWORD);
        var answer = replicas.at(number).postForm("/login/password", form);
        assertThat(answer.status()).as("%s", answer).isEqualTo(303);
        return answer;
    }

    private long devices() {
        try (var client = MongoClients.create(
                CapituneSystem.get().status().get("mongodbUri").asText())) {
            return client.getDatabase("capitune")
                    .getCollection("devices")
                    .countDocuments(Filters.eq("accountId", owner.id()));
        }
    }
}
