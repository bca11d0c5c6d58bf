package io.capitune.e2e;

import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries of passwords, and registrations, by two replicas at the same time. */
class PasswordLimitsTest {

    // The default of auth-service (AuthConfig).
    private static final int FREE = 5;
    private static final int BEYOND = 4;

    private static final String PASSWORD = "trois girafes à vélo";
    private static final String RIGHT = "200";
    private static final String GUESSED = "401 CREDENTIALS_INVALID";
    private static final String REFUSED = "429 RATE_LIMITED";

    private final AuthReplicas replicas = AuthReplicas.get();

    private static String login(Visitor visitor, String email) {
        return tried(visitor, email).refusal();
    }

    private static Answer tried(Visitor visitor, String email) {
        var body = Json.object().put("email", email).put("password", "not this one at all");
        return visitor.postJson("/api/auth/login", body.toString());
    }

    private static void assertAllowed(int allowed, List<String> answers) {
        assertAllowed(GUESSED, allowed, answers);
    }

    private static void assertAllowed(String answer, int allowed, List<String> answers) {
        assertThat(answers).filteredOn(answer::equals).as("%s", answers).hasSize(allowed);
        assertThat(answers).filteredOn(REFUSED::equals).as("%s", answers).hasSize(answers.size() - allowed);
    }

    @Test
    void passwordsOfOneAddress() {
        var address = Candidate.newAddress();
        var answers = Crowd.atOnce(FREE + BEYOND, i -> login(replicas.at(i), address));

        assertAllowed(FREE, answers);
    }

    /** So many give the free tries back; those beyond take them, as guesses do. */
    @Test
    void rightPasswordsOfOneAccount() {
        var owner = Candidate.signedIn().choosing(PASSWORD);
        for (int left = AuthReplicas.RIGHT_PER_ACCOUNT; left > 0; left -= FREE) {
            assertThat(rightPasswords(owner, Math.min(left, FREE))).containsOnly(RIGHT);
        }

        assertAllowed(RIGHT, FREE, rightPasswords(owner, FREE + BEYOND));
    }

    private List<String> rightPasswords(Candidate owner, int count) {
        var body = Json.object().put("email", owner.email()).put("password", PASSWORD);
        return Crowd.atOnce(count, i -> {
            var answer = replicas.at(i).postJson("/api/auth/login", body.toString());
            return answer.status() == 200 ? RIGHT : answer.refusal();
        });
    }

    @Test
    void newPasswordsThatAreJudgedForOneAccount() {
        var owner = replicas.bearing(Candidate.signedIn());
        var common = Json.object().put("password", "motdepasse").toString();

        var answers = Crowd.atOnce(
                AuthReplicas.JUDGED_PER_ACCOUNT + BEYOND,
                i -> owner.postJson("/api/auth/change-password", common).refusal());

        assertAllowed("422 VALIDATION_FAILED", AuthReplicas.JUDGED_PER_ACCOUNT, answers);
    }

    @Test
    void passwordsTriedByOneNetwork() {
        var network = replicas.byTurns();

        var answers = Crowd.atOnce(AuthReplicas.PER_SOURCE + BEYOND, i -> login(network, Candidate.newAddress()));

        assertAllowed(AuthReplicas.PER_SOURCE, answers);
    }

    /** A wait of the network is over for the database when its next try is due: then one more is taken, and the next wait is longer. */
    @RepeatedTest(10)
    void waitsOfOneNetworkGrowOverAllReplicas() {
        var network = replicas.byTurns();
        assertAllowed(
                AuthReplicas.PER_SOURCE,
                Crowd.atOnce(AuthReplicas.PER_SOURCE, i -> login(network, Candidate.newAddress())));
        for (var longest : List.of(20, 40, 60, 60)) {
            due();

            var answers = Crowd.atOnce(BEYOND, i -> tried(network, Candidate.newAddress()));

            assertAllowed(1, answers.stream().map(Answer::refusal).toList());
            // One that began a moment before the one that is taken waits for that moment as well, in whole seconds.
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 429)
                    .allSatisfy(answer -> assertThat(Integer.parseInt(answer.header("Retry-After")))
                            .isBetween(1, longest + 1));
        }
    }

    private static void due() {
        try (var client = MongoClients.create(
                CapituneSystem.get().status().get("mongodbUri").asText())) {
            client.getDatabase("capitune")
                    .getCollection("password_tries")
                    .updateMany(Filters.gte("count", AuthReplicas.PER_SOURCE), Updates.set("nextAt", new Date(0)));
        }
    }

    @Test
    void registrationsOfOneNetwork() {
        var network = replicas.byTurns();

        var answers = Crowd.atOnce(
                AuthReplicas.PER_SOURCE + BEYOND,
                i -> network.postJson(
                                "/api/auth/register",
                                Json.object()
                                        .put("email", Candidate.newAddress())
                                        .toString())
                        .status());

        assertThat(answers).filteredOn(status -> status == 429).hasSize(BEYOND);
    }
}
