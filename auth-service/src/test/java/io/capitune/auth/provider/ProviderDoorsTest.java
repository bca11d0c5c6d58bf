package io.capitune.auth.provider;

import java.time.Duration;
import java.util.Date;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.address.Addresses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.capitune.auth.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

/** Accounts that a real OpenID provider does not open by its word alone, or not any more. */
@QuarkusTest
@AuthTest
@WithTestResource(ProvidersResource.class)
class ProviderDoorsTest {

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    Addresses addresses;

    @Inject
    StoredIdentities identities;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void suspendedAccountStaysOutAndIsNotLinked() {
        new Browser().signIn(mails, "suspended@provider.exemple.fr");
        var id = people.id("suspended@provider.exemple.fr");
        database.getCollection("accounts")
                .updateOne(
                        eq("_id", id),
                        set(
                                "suspension",
                                new Document("reason", "spam")
                                        .append("at", new Date())
                                        .append("by", "x")));
        var browser = new Browser();

        var back = Visit.begin(browser, "google").backAs("suspended", "suspended@provider.exemple.fr", "true");

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body())
                .contains("Ce compte est suspendu", "contester la décision", "href=\"/legal\"", "Revenir à l’accueil");
        assertThat(browser.token()).isEmpty();
        assertThat(identities.of(id)).isEmpty();
    }

    @Test
    void secondStepIsAskedForAndLinksOnlyWhenItIsDone() {
        new Browser().signIn(mails, "stepped@provider.exemple.fr");
        var id = people.id("stepped@provider.exemple.fr");
        var app = people.withApp("stepped@provider.exemple.fr");
        var browser = new Browser();

        var back = Visit.begin(browser, "google").backAs("stepped", "stepped@provider.exemple.fr", "true");
        assertThat(location(back)).isEqualTo("/login/second");
        assertThat(browser.token()).isEmpty();
        assertThat(notices.kinds("stepped@provider.exemple.fr")).isEmpty();

        var unlinked = new Browser();
        assertThat(Visit.begin(unlinked, "google")
                        .backAs("stepped", "elsewhere@provider.exemple.fr", "false")
                        .statusCode())
                .as("half a sign-in has linked nothing")
                .isEqualTo(403);

        var done = browser.postForm("/login/second", Map.of("code", app.code()));
        assertThat(location(done)).isEqualTo("/cv");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(id);
        assertThat(notices.kinds("stepped@provider.exemple.fr"))
                .containsExactlyInAnyOrder("provider-linked", "new-device");
        assertThat(location(Visit.begin(new Browser(), "google").backAs("stepped", null, null)))
                .isEqualTo("/login/second");
    }

    @Test
    void adminHasToSetAnAppUpFirst() {
        new Browser().signIn(mails, "admin@provider.exemple.fr");
        people.become("admin@provider.exemple.fr", "admin");
        var browser = new Browser();
        var back = Visit.begin(browser, "google").backAs("admin", "admin@provider.exemple.fr", "true");
        assertThat(location(back)).isEqualTo("/login/enrol");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void providerLinkedByWhoeverChangedTheAddressOpensNothingAfterTheUndo() {
        changedAddress("robbed");
        var id = people.id("robbed-by@provider.exemple.fr");
        Visit.begin(new Browser(), "google").backAs("robber", "robbed-by@provider.exemple.fr", "true");
        assertThat(identities.of(id)).hasSize(1);

        assertThat(addresses.undo("robbed@provider.exemple.fr").statusCode()).isEqualTo(200);

        assertThat(identities.of(id)).isEmpty();
        var robber = new Browser();
        var back = Visit.begin(robber, "google").backAs("robber", "robbed-by@provider.exemple.fr", "true");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Claims.of(robber.token()).getString("sub"))
                .as("an account of their own")
                .isNotEqualTo(id);
    }

    @Test
    void providerThatWaitsForItsSecondStepIsNotLinkedAfterTheUndo() {
        changedAddress("half-robbed");
        var id = people.id("half-robbed-by@provider.exemple.fr");
        var app = people.withApp("half-robbed-by@provider.exemple.fr");
        var robber = new Browser();
        Visit.begin(robber, "google").backAs("half-robber", "half-robbed-by@provider.exemple.fr", "true");
        assertThat(identities.of(id)).hasSize(1);

        assertThat(addresses.undo("half-robbed@provider.exemple.fr").statusCode())
                .isEqualTo(200);

        assertThat(identities.of(id)).isEmpty();
        assertThat(robber.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
        assertThat(identities.of(id)).isEmpty();
    }

    @Test
    void providerLinkedLongBeforeStaysAfterTheUndo() {
        Visit.begin(new Browser(), "google").backAs("loyal", "loyal@provider.exemple.fr", "true");
        clock.forward(Duration.ofHours(1));
        changedAddress("loyal");
        assertThat(addresses.undo("loyal@provider.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(identities.of(people.id("loyal@provider.exemple.fr"))).hasSize(1);
    }

    @Test
    void addressThatItsAccountHasJustLeftIsToldSoOnAPage() {
        changedAddress("left");
        var browser = new Browser();
        var back = Visit.begin(browser, "google").backAs("left", "left@provider.exemple.fr", "true");
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.body()).contains("Ce compte a une autre adresse").doesNotContain("left-by");
        assertThat(browser.token()).isEmpty();
    }

    /** Somebody changes the address of the account {@code name@} to {@code name-by@}. */
    private void changedAddress(String name) {
        var to = name + "-by@provider.exemple.fr";
        addresses.ask(people.signedIn(name + "@provider.exemple.fr"), to);
        assertThat(addresses.confirm(to).statusCode()).isEqualTo(200);
    }
}
