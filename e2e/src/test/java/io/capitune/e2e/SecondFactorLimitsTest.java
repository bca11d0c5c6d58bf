package io.capitune.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guesses at an app's codes by two replicas at the same time. A minute or an hour is over for the database when its count is gone, which
 * is how these tests come to the limits of an hour and a day.
 */
class SecondFactorLimitsTest {

    // The defaults of auth-service (AuthConfig).
    private static final int A_MINUTE = 5;
    private static final int AN_HOUR = 20;
    private static final int A_DAY = 50;

    private static final String PASSWORD = "trois girafes à vélo";
    private static final String GUESSED = "422 CODE_WRONG";
    private static final String REFUSED = "429 CODE_TRIES_REACHED";

    private final AuthReplicas replicas = AuthReplicas.get();

    private record Owner(Candidate person, AuthenticatorApp app) {

        static Owner any() {
            var person = Candidate.signedIn().choosing(PASSWORD);
            return new Owner(person, AuthenticatorApp.setUpFor(person));
        }
    }

    private static String guess(Visitor visitor, Owner owner) {
        var code = Json.object().put("code", owner.app().wrongCode());
        return visitor.postJson("/api/auth/second-factor/recovery-codes", code.toString())
                .refusal();
    }

    /** So many guesses at once, from a network that guessed nothing before. */
    private List<String> guesses(Owner owner, int count) {
        var visitor = replicas.bearing(owner.person());
        return Crowd.atOnce(count, i -> guess(visitor, owner));
    }

    private static void assertAllowed(int allowed, List<String> answers) {
        assertThat(answers).filteredOn(GUESSED::equals).as("%s", answers).hasSize(allowed);
        assertThat(answers).filteredOn(REFUSED::equals).as("%s", answers).hasSize(answers.size() - allowed);
    }

    /** Has so many guesses made, each window's fill at once; what these windows counted is then gone. */
    private void spend(Owner owner, int count, String... windows) {
        for (int left = count; left > 0; left -= A_MINUTE) {
            var guesses = Math.min(left, A_MINUTE);
            assertAllowed(guesses, guesses(owner, guesses));
            over(windows);
        }
    }

    private static void over(String... windows) {
        try (var client = MongoClients.create(
                CapituneSystem.get().status().get("mongodbUri").asText())) {
            var counts = client.getDatabase("capitune").getCollection("rate_limits");
            for (var window : windows) {
                counts.deleteMany(Filters.regex("_id", "^factor-" + window + ":"));
            }
        }
    }

    @Test
    void atOneAccountWithinAMinute() {
        assertAllowed(A_MINUTE, guesses(Owner.any(), A_MINUTE + 4));
    }

    @Test
    void atOneAccountWithinAnHour() {
        var owner = Owner.any();
        spend(owner, AN_HOUR - 2, "minute");
        assertAllowed(2, guesses(owner, A_MINUTE));
    }

    @Test
    void atOneAccountWithinADay() {
        var owner = Owner.any();
        spend(owner, A_DAY - 2, "minute", "hour");
        assertAllowed(2, guesses(owner, A_MINUTE));
    }

    @Test
    void inABrowserWhereASecondStepWasMadeWhateverStrangersGuess() {
        var owner = Owner.any();
        var known = atSecondStep(replicas.byTurns(), owner);
        assertThat(typed(known, owner.app().nextCode())).isEqualTo("200");
        // The owner's try was a stranger's, the first time.
        assertAllowed(A_MINUTE - 1, guesses(owner, A_MINUTE + 4));

        var again = atSecondStep(known, owner);
        var answers = Crowd.atOnce(A_MINUTE, i -> typed(again, owner.app().wrongCode()));

        assertAllowed(A_MINUTE, answers);
        assertThat(typed(atSecondStep(known, owner), owner.app().wrongCode()))
                .as("its own tries are as many")
                .isEqualTo(REFUSED);
    }

    private static Visitor atSecondStep(Visitor visitor, Owner owner) {
        var form = Map.of("email", owner.person().email(), "password", PASSWORD);
        assertThat(visitor.postForm("/login/password", form).header("Location")).isEqualTo("/login/second");
        return visitor;
    }

    private static String typed(Visitor visitor, String code) {
        var answer = visitor.postJson(
                "/api/auth/signin/second", Json.object().put("code", code).toString());
        return answer.status() == 200 ? "200" : answer.refusal();
    }

    @Test
    void fromOneNetwork() {
        var owners = Stream.generate(Owner::any).limit(4).toList();
        var network = "198.51.100.7";
        var visitors = owners.stream()
                .map(owner -> replicas.bearing(owner.person()).with("X-Forwarded-For", network))
                .toList();

        var answers = Crowd.atOnce(AuthReplicas.PER_SOURCE + 4, i -> guess(visitors.get(i % 4), owners.get(i % 4)));

        assertAllowed(AuthReplicas.PER_SOURCE, answers);
    }
}
