package io.capitune.auth.rights;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.account.Accounts;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.testing.MongoResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A deleted account is erased everywhere, once, whatever fails on the way. */
@QuarkusTest
@AuthTest
class ErasureTest {

    private static final Duration UNTIL_NO_TOKEN_IS_GOOD = Duration.ofMinutes(5).plusSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(5).plusSeconds(1);

    @Inject
    Transactions transactions;

    @Inject
    Deletions deletions;

    @Inject
    Accounts accounts;

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    Records records;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

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
    void everyContextErasesAtOnceAndAgainWhenNoTokenIsGoodAnyMore() {
        var me = Person.signedIn(mails, "erased@deletion.exemple.fr");
        me.delete(me.email());

        erasures.runDue();
        assertErasedIn("cv", me, 1);
        assertErasedIn("mails", me, 1);
        assertThat(records.account(me))
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
    void ownerOfAnAccountThatAnAdministratorDeletedIsToldWhy() {
        var me = Person.signedIn(mails, "for-me@deletion.exemple.fr");
        var account = accounts.byId(me.id()).orElseThrow();
        transactions.run(transaction -> deletions.erase(transaction, account, "Des annonces sans travail"));
        eraseForGood();

        assertThat(notices.to(me.email()))
                .filteredOn(letter -> letter.getString("kind").equals("account-deleted"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.encode()).contains("Des annonces sans travail"));
        assertThat(database.getCollection(Erasures.COLLECTION)
                        .find(new Document("_id", me.id()))
                        .first()
                        .containsKey("reason"))
                .isFalse();
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
        assertThat(records.account(me)).isNotNull();
        assertThat(records.erasure(me).getList("waiting", String.class)).containsExactly("cv");
        assertThat(receipts(me)).isEmpty();

        ContextStubs.empty(contexts);
        erasures.runDue();
        assertThat(records.account(me)).as("its next try is not due").isNotNull();
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
        assertThat(records.account(me))
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
                .willReturn(aResponse().withStatus(204).withFixedDelay(2000)));
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
    void deletedTwiceAtOnceIsDeletedOnce() {
        var me = Person.signedIn(mails, "twice@deletion.exemple.fr");

        var statuses = Crowd.atOnce(20, () -> me.delete(me.email()).statusCode());

        assertThat(statuses).hasSize(20).allSatisfy(status -> assertThat(status).isIn(202, 401, 403));
        eraseForGood();
        assertThat(receipts(me)).hasSize(1);
        assertErasedIn("cv", me, 1);
    }

    /** Straight to the round that counts. */
    private void eraseForGood() {
        clock.forward(UNTIL_NO_TOKEN_IS_GOOD);
        erasures.runDue();
    }

    private void assertGone(Person person) {
        assertThat(records.account(person)).isNull();
        assertThat(records.erasure(person).get("finishedAt")).isNotNull();
        assertThat(records.erasure(person).toJson()).doesNotContain(person.email());
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

    private List<String> receipts(Person person) {
        return notices.kinds(person.email()).stream()
                .filter("account-deleted"::equals)
                .toList();
    }
}
