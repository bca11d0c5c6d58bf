package io.capitune.auth.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

/** The providers that open an account, as its owner sees them and takes them away. */
@QuarkusTest
@AuthTest
@WithTestResource(ProvidersResource.class)
class OwnIdentitiesTest {

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    StoredIdentities identities;

    @Inject
    IdentityData data;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void ownerSeesAndUnlinksWhatOpensTheAccount() {
        var browser = signedIn("owner", "owner@provider.exemple.fr");
        var id =
                identities.of(people.id("owner@provider.exemple.fr")).getFirst().getString("_id");

        assertThat(browser.get("/account/security").body())
                .contains("Autres services", "Google", "/account/security/providers/" + id);
        assertThat(browser.get("/account/security/providers/" + id).body()).contains("Ne plus entrer avec Google");
        var removed = browser.postForm("/account/security/providers/" + id + "/remove", Map.of());
        assertThat(location(removed)).isEqualTo("/account/security?done=unlinked");
        assertThat(browser.get("/account/security?done=unlinked").body())
                .contains("Ce service n’ouvre plus votre compte.", "Aucun pour l’instant.");

        assertThat(notices.kinds("owner@provider.exemple.fr")).containsExactly("provider-linked", "provider-unlinked");
        assertThat(Visit.begin(new Browser(), "google")
                        .backAs("owner", null, null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void unlinkingWantsARecentSignIn() {
        var browser = signedIn("stale", "stale@provider.exemple.fr");
        var id =
                identities.of(people.id("stale@provider.exemple.fr")).getFirst().getString("_id");
        clock.forward(Duration.ofMinutes(16));

        var refused = browser.postForm("/account/security/providers/" + id + "/remove", Map.of());

        assertThat(location(refused)).startsWith("/account/security/again");
        assertThat(browser.get(location(refused)).body()).contains("formaction=\"/login/with/google\"");
        assertThat(identities.of(people.id("stale@provider.exemple.fr"))).hasSize(1);
    }

    @Test
    void ownerListsAndUnlinksByApi() {
        var browser = signedIn("by-api", "by-api@provider.exemple.fr");
        var stranger = signedIn("by-api-stranger", "by-api-stranger@provider.exemple.fr");
        var id = identities
                .of(people.id("by-api@provider.exemple.fr"))
                .getFirst()
                .getString("_id");
        var path = "/api/auth/identities/" + id;

        assertThat(browser.get("/api/auth/identities").body())
                .contains("\"" + id + "\"", "\"Google\"", "by-api@provider.exemple.fr")
                .doesNotContain("subject", "issuer");
        assertThat(stranger.get("/api/auth/identities").body()).doesNotContain(id);
        assertThat(stranger.delete(path).statusCode()).isEqualTo(404);

        clock.forward(Duration.ofMinutes(16));
        var late = browser.delete(path);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("RECENT_SIGNIN_REQUIRED");
        clock.reset();

        assertThat(browser.delete(path).statusCode()).isEqualTo(204);
        assertThat(browser.delete(path).statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/auth/identities").body()).isEqualTo("{\"items\":[]}");
        assertThat(notices.kinds("by-api@provider.exemple.fr")).containsExactly("provider-linked", "provider-unlinked");
    }

    @Test
    void othersIdentitiesAreNotThere() {
        signedIn("private", "private@provider.exemple.fr");
        var id = identities
                .of(people.id("private@provider.exemple.fr"))
                .getFirst()
                .getString("_id");
        var stranger = signedIn("stranger", "stranger@provider.exemple.fr");

        assertThat(stranger.get("/account/security/providers/" + id).statusCode())
                .isEqualTo(404);
        assertThat(stranger.postForm("/account/security/providers/" + id + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(identities.of(people.id("private@provider.exemple.fr"))).hasSize(1);
    }

    @Test
    void identityIsGivenOutAndErasedWithTheAccount() throws IOException {
        var browser = signedIn("exported", "exported@provider.exemple.fr");
        var id = people.id("exported@provider.exemple.fr");

        var zip = RestAssured.given()
                .header("Authorization", browser.token())
                .get("/api/users/me/export")
                .asByteArray();
        assertThat(entry(zip, "identities.json")).contains("exported@provider.exemple.fr", "\"subject\"");

        data.erase(id);
        data.erase(id);
        assertThat(identities.of(id)).isEmpty();
    }

    private Browser signedIn(String subject, String email) {
        var browser = new Browser();
        var back = Visit.begin(browser, "google").backAs(subject, email, "true");
        assertThat(back.statusCode()).isEqualTo(303);
        return browser.with("Authorization", browser.token());
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
