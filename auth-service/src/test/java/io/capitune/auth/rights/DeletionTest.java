package io.capitune.auth.rights;

import java.time.Duration;
import java.util.Date;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Deleting one's account: what one is told before, who may, and that it is closed at once. */
@QuarkusTest
@AuthTest
class DeletionTest {

    @Inject
    Mails mails;

    @Inject
    Records records;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    WireMockServer contexts;

    @BeforeEach
    void nothingIsUnderWay() {
        database.getCollection(Erasures.COLLECTION).deleteMany(new Document());
    }

    @AfterEach
    void asItWas() {
        ContextStubs.empty(contexts);
        clock.reset();
    }

    @Test
    void previewSaysWhatGoesAndWhatStaysAndWhy() {
        var me = Person.signedIn(mails, "preview@deletion.exemple.fr");

        var preview = me.request().get("/api/users/me/deletion-preview").jsonPath();

        assertThat(preview.getList("goes.what", String.class))
                .contains("Vos CV : 2")
                .anyMatch(what -> what.contains("compte"));
        assertThat(preview.getList("stays.why", String.class)).isNotEmpty().allMatch(why -> !why.isBlank());
    }

    @Test
    void noPreviewIsBetterThanHalfOfIt() {
        var me = Person.signedIn(mails, "preview-away@deletion.exemple.fr");
        contexts.stubFor(get(urlPathEqualTo("/cv/internal/personal-data/" + me.id() + "/preview"))
                .willReturn(aResponse().withStatus(503)));

        assertThat(me.request().get("/api/users/me/deletion-preview").statusCode())
                .isEqualTo(503);
        var page = me.request().get("/account/data/delete");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body().asString()).doesNotContain("name=\"confirm\"");
    }

    @Test
    void anotherAddressDeletesNothing() {
        var me = Person.signedIn(mails, "confirm@deletion.exemple.fr");

        assertThat(me.delete("another@deletion.exemple.fr").statusCode()).isEqualTo(422);
        assertThat(me.delete("").statusCode()).isEqualTo(422);
        assertThat(me.request()
                        .contentType("application/json")
                        .body("{}")
                        .delete("/api/users/me")
                        .statusCode())
                .isEqualTo(422);

        assertThat(records.account(me)).doesNotContainKey("closedAt");
        assertThat(records.erasure(me)).isNull();
    }

    @Test
    void whoeverFindsAnOpenBrowserHasToSignInFirst() {
        var me = Person.signedIn(mails, "open-browser@deletion.exemple.fr");
        clock.forward(Duration.ofMinutes(16));

        var refused = me.delete(me.email());
        var page = me.request().get("/account/data/delete");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("RECENT_SIGNIN_REQUIRED");
        assertThat(page.body().asString()).doesNotContain("name=\"confirm\"").contains("/account/data/again");
        assertThat(me.post("/account/data/delete", "confirm", me.email()).statusCode())
                .isEqualTo(403);
        assertThat(records.account(me)).doesNotContainKey("closedAt");
    }

    @Test
    void accountWhoseAddressChangedADayAgoStaysForWhoHadTheFormerOne() {
        var me = Person.signedIn(mails, "recently-moved@deletion.exemple.fr");
        var kept = new Document("_id", "former-" + me.email())
                .append("accountId", me.id())
                .append("leftAt", Date.from(clock.instant()))
                .append("keptUntil", Date.from(clock.instant().plus(Duration.ofDays(7))))
                .append("forgottenAt", Date.from(clock.instant().plus(Duration.ofDays(30))))
                .append("v", 1);
        database.getCollection("former_addresses").insertOne(kept);

        var refused = me.delete(me.email());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("ADDRESS_CHANGED");
        assertThat(me.post("/account/data/delete", "confirm", me.email()).body().asString())
                .contains("il y a moins de sept jours");
        database.getCollection("former_addresses").deleteOne(new Document("_id", kept.getString("_id")));
        assertThat(me.delete(me.email()).statusCode()).isEqualTo(202);
    }

    @Test
    void accountThatARuleKeepsIsNotClosed() {
        var kept = Person.signedIn(mails, KeptAccount.EMAIL);

        var refused = kept.delete(kept.email());
        var page = kept.post("/account/data/delete", "confirm", kept.email());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("LAST_ADMIN");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(records.account(kept)).doesNotContainKey("closedAt");
        assertThat(records.erasure(kept)).isNull();
    }

    @Test
    void deletedAccountIsClosedAtOnceAndItsSessionsEnd() {
        var me = Person.signedIn(mails, "closed@deletion.exemple.fr");
        var elsewhere = new Browser();
        clock.forward(Duration.ofMinutes(2));
        elsewhere.signIn(mails, me.email());
        assertThat(elsewhere.token()).isNotEmpty();

        assertThat(me.delete(me.email()).statusCode()).isEqualTo(202);

        clock.forward(Duration.ofSeconds(6));
        assertThat(elsewhere.token()).isEmpty();
        assertThat(me.browser().token()).isEmpty();
    }

    @Test
    void nobodySignsInToAClosedAccount() {
        var me = Person.signedIn(mails, "closed-signin@deletion.exemple.fr");
        me.delete(me.email());
        clock.forward(Duration.ofMinutes(2));
        var browser = new Browser();
        browser.postJson("/api/auth/signin/email", "{\"email\":\"" + me.email() + "\"}");
        var mail = mails.latest(me.email());

        var byCode = browser.postJson("/api/auth/signin/code", "{\"code\":\"" + mail.code() + "\"}");
        var byLink = browser.get(mail.path());

        assertThat(byCode.statusCode()).isEqualTo(403);
        assertThat(byCode.body()).contains("ACCOUNT_CLOSED");
        assertThat(byLink.statusCode()).isEqualTo(403);
        assertThat(byLink.body()).contains("href=\"/legal\"", "Revenir à l’accueil");
        assertThat(browser.cookie("session")).isNull();
    }
}
