package io.capitune.auth.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Crowd;
import io.capitune.auth.audit.AuditVerification.Kept;
import io.capitune.auth.audit.ChainState.Broken;
import io.capitune.auth.audit.ChainState.Fault;
import io.capitune.auth.audit.ChainState.Whole;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.Hashes;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written down is written once, in order, and whoever changes it afterwards is found out. */
@QuarkusTest
@AuthTest
class AuditLogTest {

    @Inject
    AuditLog log;

    @Inject
    AuditSearch search;

    @Inject
    AuditVerification verification;

    @Inject
    ChainHead head;

    @Inject
    Transactions transactions;

    @Inject
    MongoDatabase database;

    @BeforeEach
    @AfterEach
    void empty() {
        database.getCollection("audit").deleteMany(new Document());
        database.getCollection("audit_head").deleteMany(new Document());
        head.ensure(database);
    }

    @Test
    void entriesAreNumberedFromOneAndEachFollowsFromTheOneBefore() {
        append(3);

        var entries = search.find(all(), null, 10);

        assertThat(entries).extracting(AuditEntry::number).containsExactly(3L, 2L, 1L);
        assertThat(entries.get(2).previous()).isEmpty();
        assertThat(entries.get(1).previous()).isEqualTo(entries.get(2).seal());
        assertThat(entries.get(0).previous()).isEqualTo(entries.get(1).seal());
        assertThat(verification.verify(null))
                .isEqualTo(new Whole(3, entries.get(0).seal()));
    }

    @Test
    void anEmptyLogIsWhole() {
        assertThat(verification.verify(null)).isEqualTo(new Whole(0, ""));
    }

    @Test
    void ofSimultaneousActsNoneIsLostAndNoNumberLeftOut() {
        Crowd.atOnce(IntStream.range(0, 60)
                .<Callable<Void>>mapToObj(number -> () -> {
                    append("subject-" + number);
                    return null;
                })
                .toList());

        var entries = search.find(all(), null, 100);

        assertThat(entries)
                .extracting(AuditEntry::number)
                .containsExactlyElementsOf(LongStream.iterate(60, number -> number - 1)
                        .limit(60)
                        .boxed()
                        .toList());
        assertThat(entries).extracting(AuditEntry::subject).doesNotHaveDuplicates();
        assertThat(verification.verify(null)).isInstanceOf(Whole.class);
    }

    @Test
    void whatIsNotDoneIsNotWrittenDown() {
        append(1);
        assertThatThrownBy(() -> transactions.run(transaction -> {
                    log.append(transaction, act("never"));
                    throw new IllegalStateException("the act fails after it was written down");
                }))
                .isInstanceOf(IllegalStateException.class);
        append(1);

        assertThat(search.find(all(), null, 10)).extracting(AuditEntry::number).containsExactly(2L, 1L);
        assertThat(verification.verify(null)).isInstanceOf(Whole.class);
    }

    @Test
    void whatCannotBeWrittenDownIsNotDone() {
        database.getCollection("audit_head").deleteMany(new Document());

        assertThatThrownBy(() -> append(1)).isInstanceOf(IllegalStateException.class);

        assertThat(search.find(all(), null, 10)).isEmpty();
    }

    @Test
    void aChangedEntryIsNamedWhicheverFieldItIs() {
        for (var change : List.of(
                Updates.set("actor", "mallory"),
                Updates.set("act", "account.restored"),
                Updates.set("subject", "somebody"),
                Updates.unset("subject"),
                Updates.set("source", "192.0.2.1"),
                Updates.set("reason", "another reason"),
                Updates.set("details.from", "admin"),
                Updates.set("details.more", "x"),
                Updates.set("at", new java.util.Date(0)),
                Updates.set("at", "yesterday"),
                Updates.set("words", List.of("another", "reason")),
                Updates.set("words", List.of()),
                Updates.unset("words"),
                Updates.set("v", 1),
                Updates.combine(Updates.set("v", 1), Updates.unset("words")),
                Updates.set("previous", "x"),
                Updates.set("seal", "x"),
                Updates.unset("seal"))) {
            empty();
            append(5);
            database.getCollection("audit").updateOne(Filters.eq(3L), change);

            assertThat(verification.verify(null)).as("%s", change).isEqualTo(new Broken(3, Fault.CHANGED));
        }
    }

    @Test
    void partsCannotMoveFromOneFieldToTheNext() {
        append(3);
        database.getCollection("audit")
                .updateOne(
                        Filters.eq(2L),
                        Updates.combine(Updates.set("source", "192.0.2.7r"), Updates.set("reason", "eason of 10")));

        assertThat(verification.verify(null)).isEqualTo(new Broken(2, Fault.CHANGED));
    }

    @Test
    void aHashWithoutTheKeyIsNoSeal() {
        append(3);
        var forged = search.find(all(), null, 1).getFirst();
        database.getCollection("audit")
                .updateOne(
                        Filters.eq(3L),
                        Updates.combine(
                                Updates.set("reason", "innocent"),
                                Updates.set("seal", Hashes.sha256(forged.canonical()))));

        assertThat(verification.verify(null)).isEqualTo(new Broken(3, Fault.CHANGED));
    }

    @Test
    void aMissingEntryIsNamed() {
        append(5);
        database.getCollection("audit").deleteOne(Filters.eq(2L));
        assertThat(verification.verify(null)).isEqualTo(new Broken(2, Fault.MISSING));
    }

    @Test
    void aMissingFirstEntryIsNamed() {
        append(3);
        database.getCollection("audit").deleteOne(Filters.eq(1L));
        assertThat(verification.verify(null)).isEqualTo(new Broken(1, Fault.MISSING));
    }

    @Test
    void aCutOffEndIsMissed() {
        append(5);
        database.getCollection("audit").deleteMany(Filters.gte("_id", 4L));
        assertThat(verification.verify(null)).isEqualTo(new Broken(4, Fault.CUT_OFF));
    }

    @Test
    void aCutOffEndIsMissedEvenIfTheHeadSaysSo() {
        append(5);
        var third = search.find(all(), 4L, 1).getFirst();
        database.getCollection("audit").deleteMany(Filters.gte("_id", 4L));
        database.getCollection("audit_head")
                .updateOne(
                        Filters.eq("chain"),
                        Updates.combine(Updates.set("number", 3L), Updates.set("lastSeal", third.seal())));

        assertThat(verification.verify(null)).isEqualTo(new Broken(4, Fault.CUT_OFF));
    }

    @Test
    void twoEntriesInEachOthersPlaceAreNamed() {
        append(5);
        var entries = database.getCollection("audit");
        var second = entries.find(Filters.eq(2L)).first();
        var fourth = entries.find(Filters.eq(4L)).first();
        entries.replaceOne(Filters.eq(2L), new Document(fourth).append("_id", 2L));
        entries.replaceOne(Filters.eq(4L), new Document(second).append("_id", 4L));

        assertThat(verification.verify(null)).isEqualTo(new Broken(2, Fault.CHANGED));
    }

    @Test
    void anAddedEntryIsNamed() {
        append(3);
        var entries = database.getCollection("audit");
        entries.insertOne(new Document(entries.find(Filters.eq(3L)).first()).append("_id", 4L));

        assertThat(verification.verify(null)).isEqualTo(new Broken(4, Fault.ADDED));
    }

    @Test
    void anOldStateOfTheWholeDatabaseIsFoundByWhatWasKeptElsewhere() {
        append(2);
        var copy = database.getCollection("audit_head").find().first();
        append(2);
        var kept = (Whole) verification.verify(null);

        database.getCollection("audit").deleteMany(Filters.gte("_id", 3L));
        database.getCollection("audit_head").replaceOne(Filters.eq("chain"), copy);
        assertThat(verification.verify(null)).isInstanceOf(Whole.class);
        assertThat(verification.verify(new Kept(4, kept.lastSeal()))).isEqualTo(new Broken(3, Fault.CUT_OFF));

        append(4);
        assertThat(verification.verify(new Kept(4, kept.lastSeal()))).isEqualTo(new Broken(4, Fault.REPLACED));
    }

    @Test
    void aLogThatGrewSinceIsStillTheOneThatWasKept() {
        append(2);
        var kept = (Whole) verification.verify(null);
        append(3);
        assertThat(verification.verify(new Kept(kept.entries(), kept.lastSeal())))
                .isInstanceOf(Whole.class);
    }

    @Test
    void actsMayBeWrittenDownWhileSomebodyVerifies() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> append(80));
            do {
                assertThat(verification.verify(null)).isInstanceOf(Whole.class);
            } while (!writing.isDone());
            writing.get();
        }
    }

    private void append(int count) {
        for (var number = 0; number < count; number++) {
            append("subject-" + number);
        }
    }

    private void append(String subject) {
        transactions.run(transaction -> {
            log.append(transaction, act(subject));
            return subject;
        });
    }

    private static AuditedAct act(String subject) {
        return new AuditedAct(
                "an-admin",
                "account.role-changed",
                subject,
                "192.0.2.7",
                "reason of 10",
                Map.of("from", "candidate", "to", "professional"));
    }

    private static AuditQuery all() {
        return new AuditQuery(null, null, null, null, List.of(), null, null);
    }
}
