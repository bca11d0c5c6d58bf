package io.capitune.auth.rights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.platform.seal.Sealer;
import io.capitune.platform.testing.MongoResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@AuthTest
class DeletionTest {

    private static final Duration UNTIL_NO_TOKEN_IS_GOOD = Duration.ofMinutes(5).plusSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(5).plusSeconds(1);

    @Inject
    Mails mails;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Inject
    Sealer sealer;

    @Inject
    ErasureRun erasures;

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

        assertThat(account(me)).doesNotContainKey("closedAt");
        assertThat(erasure(me)).isNull();
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
        assertThat(account(me)).doesNotContainKey("closedAt");
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

    @Test
    void everyContextErasesAtOnceAndAgainWhenNoTokenIsGoodAnyMore() {
        var me = Person.signedIn(mails, "erased@deletion.exemple.fr");
        me.delete(me.email());

        erasures.runDue();
        assertErasedIn("cv", me, 1);
        assertErasedIn("mails", me, 1);
        assertThat(account(me))
                .as("what a token lets in meanwhile has to go, too")
                .isNotNull();
        assertThat(receipts(me)).isEmpty();

        clock.forward(UNTIL_NO_TOKEN_IS_GOOD);
        erasures.runDue();
        assertErasedIn("cv", me, 2);
        assertErasedIn("mails", me, 2);
        assertGone(me);

        clock.forward(Duration.ofDays(1));
        erasures.runDue();
        assertErasedIn("cv", me, 2);
        assertThat(receipts(me)).hasSize(1);
    }

    @Test
    void sameAddressBeginsANewAccountOnceTheOldOneIsGone() {
        var me = Person.signedIn(mails, "again@deletion.exemple.fr");
        me.delete(me.email());
        eraseForGood();

        var anew = Person.signedIn(mails, "again@deletion.exemple.fr");

        assertThat(anew.id()).isNotEqualTo(me.id());
    }

    @Test
    void formerAddressIsKnownUntilTheMailsToItAreErasedAndThenGone() {
        var me = Person.signedIn(mails, "moved@deletion.exemple.fr");
        var former = new Document("_id", "before@deletion.exemple.fr")
                .append("accountId", me.id())
                .append("leftAt", new Date())
                .append("keptUntil", new Date(0))
                .append("forgottenAt", new Date(Long.MAX_VALUE / 1000))
                .append("v", 1);
        database.getCollection("former_addresses").insertOne(former);
        me.delete(me.email());

        erasures.runDue();
        assertThat(database.getCollection("former_addresses").countDocuments(eq("accountId", me.id())))
                .isEqualTo(1);
        eraseForGood();
        assertThat(database.getCollection("former_addresses").countDocuments(eq("accountId", me.id())))
                .isZero();
        assertThat(database.getCollection("devices").countDocuments(eq("accountId", me.id())))
                .isZero();
    }

    @Test
    void erasureWaitsForAContextThatIsAway() {
        var me = Person.signedIn(mails, "waits@deletion.exemple.fr");
        contexts.stubFor(ContextStubs.erasureIn("cv").willReturn(aResponse().withStatus(503)));
        me.delete(me.email());

        eraseForGood();
        assertThat(account(me)).isNotNull();
        assertThat(erasure(me).getList("waiting", String.class)).containsExactly("cv");
        assertThat(receipts(me)).isEmpty();

        ContextStubs.empty(contexts);
        erasures.runDue();
        assertThat(account(me)).as("its next try is not due").isNotNull();
        clock.forward(Duration.ofHours(1));
        erasures.runDue();
        assertGone(me);
        assertErasedIn("mails", me, 0);
    }

    @Test
    void erasureThatLostItsProcessIsGoneOnWith() {
        var me = Person.signedIn(mails, "crash@deletion.exemple.fr");
        me.delete(me.email());
        clock.forward(UNTIL_NO_TOKEN_IS_GOOD);
        database.getCollection(Erasures.COLLECTION)
                .updateOne(
                        eq("_id", me.id()),
                        List.of(new Document(
                                "$set",
                                new Document("waiting", List.of("account", "mails"))
                                        .append(
                                                "dueAt",
                                                Date.from(clock.instant().plus(LEASE))))));

        erasures.runDue();
        assertThat(account(me))
                .as("somebody else's for as long as the lease lasts")
                .isNotNull();

        clock.forward(LEASE);
        erasures.runDue();
        assertGone(me);
    }

    @Test
    void erasureSurvivesMongoGoingAwayInTheMiddle() throws Exception {
        var me = Person.signedIn(mails, "outage@deletion.exemple.fr");
        me.delete(me.email());
        clock.forward(UNTIL_NO_TOKEN_IS_GOOD);
        contexts.stubFor(ContextStubs.erasureIn("cv")
                .willReturn(aResponse().withStatus(204).withFixedDelay(700)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var run = threads.submit(erasures::runDue);
            Awaitility.await().until(() -> erasedIn("cv", me) == 1);
            MongoResource.outage();
            assertThatThrownBy(run::get).hasCauseInstanceOf(MongoException.class);
        } finally {
            MongoResource.backAgain();
        }

        clock.forward(LEASE);
        Awaitility.await().ignoreExceptions().untilAsserted(() -> {
            erasures.runDue();
            assertGone(me);
        });
        assertThat(receipts(me)).hasSize(1);
    }

    @Test
    void deletedTwiceAtOnceIsDeletedOnce() throws Exception {
        var me = Person.signedIn(mails, "twice@deletion.exemple.fr");
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            wishes.add(() -> me.delete(me.email()).statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(wishes.size())) {
            for (var answer : threads.invokeAll(wishes)) {
                assertThat(answer.get()).isIn(202, 401, 403);
            }
        }

        eraseForGood();
        assertThat(receipts(me)).hasSize(1);
        assertErasedIn("cv", me, 1);
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
        assertThat(account(kept)).doesNotContainKey("closedAt");
        assertThat(erasure(kept)).isNull();
    }

    /** Straight to the round that counts. */
    private void eraseForGood() {
        clock.forward(UNTIL_NO_TOKEN_IS_GOOD);
        erasures.runDue();
    }

    private void assertGone(Person person) {
        assertThat(account(person)).isNull();
        assertThat(erasure(person).get("finishedAt")).isNotNull();
        assertThat(erasure(person).toJson()).doesNotContain(person.email());
        assertThat(database.getCollection("sessions").countDocuments(eq("accountId", person.id())))
                .isZero();
        assertThat(database.getCollection("sign_ins").countDocuments(eq("email", person.email())))
                .isZero();
        assertThat(receipts(person)).hasSize(1);
    }

    private void assertErasedIn(String context, Person person, int times) {
        assertThat(erasedIn(context, person)).as("erasures in %s", context).isEqualTo(times);
    }

    private int erasedIn(String context, Person person) {
        return contexts.findAll(
                        deleteRequestedFor(urlPathEqualTo("/" + context + "/internal/personal-data/" + person.id())))
                .size();
    }

    private Document account(Person person) {
        return database.getCollection("accounts").find(eq("_id", person.id())).first();
    }

    private Document erasure(Person person) {
        return database.getCollection(Erasures.COLLECTION)
                .find(eq("_id", person.id()))
                .first();
    }

    private List<String> receipts(Person person) {
        return database
                .getCollection("events")
                .find(eq("type", "account.letter"))
                .map(event -> event.getString("sealed") == null
                        ? null
                        : new JsonObject(sealer.open(event.getString("sealed"), event.getString("_id"))))
                .into(new ArrayList<>())
                .stream()
                .filter(Objects::nonNull)
                .filter(letter -> letter.getString("email").equals(person.email()))
                .map(letter -> letter.getString("kind"))
                .filter("account-deleted"::equals)
                .toList();
    }
}
