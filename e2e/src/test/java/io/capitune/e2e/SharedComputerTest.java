package io.capitune.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.microsoft.playwright.Page;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody says that others use the computer: it keeps nothing of them, and their session ends half an hour after they have gone. */
class SharedComputerTest {

    // The default of auth-service (AuthConfig).
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static final String PASSWORD = "trois girafes à vélo";
    private static final String WRITTEN = "Soudeuse";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate person = Candidate.signedIn().choosing(PASSWORD);

    @Test
    void signInByMailInFrench() {
        var tab = browsers.open();
        tab.go("/login");
        tab.page().getByLabel("Cet appareil est partagé").check();
        tab.signIn(person.email());

        assertNothingStays(tab, "Poste visé");
    }

    @Test
    void signInByPasswordInEnglish() {
        person.speaking("en");
        var tab = browsers.open(Look.DESKTOP.in("en"));
        tab.go("/login/password");
        tab.field("Your e-mail address").fill(person.email());
        tab.field("Password").fill(PASSWORD);
        tab.page().getByLabel("This device is shared").check();
        tab.button("Sign in").click();

        assertNothingStays(tab, "Job you aim at");
    }

    @Test
    void linkThatWasAskedForElsewhere() {
        new Visitor()
                .postJson(
                        "/api/auth/signin/email",
                        Json.object().put("email", person.email()).toString());
        var tab = browsers.open();
        tab.go(Mailbox.await(person.email(), Mailbox.SIGN_IN, 2).path());
        tab.page().getByLabel("Cet appareil est partagé").check();
        tab.button("Entrer").click();

        assertNothingStays(tab, "Poste visé");
    }

    private void assertNothingStays(Tab tab, String field) {
        tab.page().waitForURL("**/generate");
        assertThat(tab.cookie("session").orElseThrow().expires)
                .as("goes with the browser")
                .isEqualTo(-1);
        assertThat(tab.cookie("device")).isEmpty();
        assertKeepsNoDraft(tab, field);
        assertEndsWithoutUse(tab);
    }

    private void assertKeepsNoDraft(Tab tab, String field) {
        tab.field(field).fill(WRITTEN);
        // What is written afterwards on a computer of one's own is kept: nothing is to be waited for any more.
        var own = browsers.open(tab.look()).signedInAs(person);
        own.go("/generate");
        own.field(field).fill(WRITTEN);
        own.page().waitForFunction("text => JSON.stringify({...localStorage}).includes(text)", WRITTEN);

        assertThat(stored(tab.page())).as("while it is written").isEqualTo("[{},{}]");
        assertThat(tab.page().locator("[data-saved-line]").isVisible()).isFalse();
        tab.go("/cv");
        assertThat(tab.path()).isEqualTo("/cv");
        assertThat(stored(tab.page())).as("on the next page").isEqualTo("[{},{}]");
    }

    private static String stored(Page page) {
        return (String) page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])");
    }

    private void assertEndsWithoutUse(Tab tab) {
        beUnusedFor(IDLE);

        var cookie = new Visitor().plant("session", tab.session());
        Awaitility.await("the session is over")
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> cookie.get("/api/cv/usage").status() == 401);
        tab.go("/cv");
        assertThat(tab.path()).isEqualTo("/login?next=%2Fcv");
    }

    /** The person's session on the shared computer was used so long ago as this. */
    private void beUnusedFor(Duration time) {
        try (var client = MongoClients.create(
                CapituneSystem.get().status().get("mongodbUri").asText())) {
            var sessions = client.getDatabase("capitune").getCollection("sessions");
            var shared = Filters.and(Filters.eq("accountId", person.id()), Filters.eq("shared", true));
            var session = sessions.find(shared).first();
            var before = Date.from(Instant.now().minus(time));
            var left = Duration.between(
                    session.getDate("lastUsedAt").toInstant(),
                    session.getDate("expiresAt").toInstant());
            sessions.updateOne(
                    shared,
                    Updates.combine(
                            Updates.set("lastUsedAt", before),
                            Updates.set(
                                    "expiresAt", Date.from(before.toInstant().plus(left)))));
        }
    }
}
