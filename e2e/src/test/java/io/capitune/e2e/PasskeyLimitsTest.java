package io.capitune.e2e;

import java.util.List;
import java.util.stream.Stream;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.browser.VirtualAuthenticator;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What one account may have of passkeys is exact over two replicas, however many are sent at the same moment. */
class PasskeyLimitsTest {

    private static final String PASSKEYS = "/api/auth/passkeys";

    // The default of auth-service (AuthConfig).
    private static final int PER_ACCOUNT = 20;
    private static final int BEYOND = 4;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate person = Candidate.signedIn();
    private final Tab tab = browsers.open();
    private final VirtualAuthenticator device = new VirtualAuthenticator(tab);

    @Test
    void passkeysOfOneAccount() {
        var owner = AuthReplicas.get().bearing(person);
        tab.go("/");
        // All are asked for before one is stored: none of them excludes another.
        var made = Stream.generate(() -> device.registration(owner))
                .limit(PER_ACCOUNT + BEYOND)
                .toList();

        var answers = Crowd.atOnce(
                made.size(), i -> owner.postJson(PASSKEYS, made.get(i)).status());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(PER_ACCOUNT);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(BEYOND);
        assertThat(stored(owner)).hasSize(PER_ACCOUNT);
    }

    private static List<String> stored(Visitor owner) {
        return owner.get(PASSKEYS).json().get("items").findValuesAsText("id");
    }
}
