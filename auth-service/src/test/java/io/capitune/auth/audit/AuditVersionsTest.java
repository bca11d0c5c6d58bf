package io.capitune.auth.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.audit.ChainState.Broken;
import io.capitune.auth.audit.ChainState.Fault;
import io.capitune.auth.audit.ChainState.Whole;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Entries that were sealed before their reasons' words stood in them are still what was written, and are found. */
@QuarkusTest
@AuthTest
class AuditVersionsTest {

    private static final String REASON = "Réclamations répétées";

    @Inject
    AuditLog log;

    @Inject
    AuditSearch search;

    @Inject
    AuditSeals seals;

    @Inject
    AuditVerification verification;

    @Inject
    ChainHead head;

    @Inject
    Transactions transactions;

    @Inject
    MongoDatabase database;

    @BeforeEach
    void twoOldEntriesAndANewOne() {
        empty();
        var first = old(1, "");
        var second = old(2, first.seal());
        database.getCollection("audit_head")
                .updateOne(
                        Filters.eq("chain"),
                        Updates.combine(
                                Updates.set("number", 2L),
                                Updates.set("lastSeal", second.seal()),
                                Updates.set("seal", seals.ofHead(2, second.seal()))));
        transactions.run(transaction -> log.append(
                transaction, new AuditedAct("an-admin", "account.restored", "someone", "192.0.2.7", REASON, Map.of())));
    }

    @AfterEach
    void empty() {
        database.getCollection("audit").deleteMany(new Document());
        database.getCollection("audit_head").deleteMany(new Document());
        head.ensure(database);
    }

    @Test
    void whatIsSealedOfAnOldEntryIsWhatItWas() {
        assertThat(entry(1).canonical())
                .isEqualTo("1:1,1:1,0:,13:1764000000000,8:an-admin,17:account.suspended,7:someone,9:192.0.2.7,"
                        + "21:Réclamations répétées,1:1,2:to,3:pro,");
    }

    @Test
    void chainOfOldAndNewEntriesIsWhole() {
        assertThat(verification.verify(null)).isEqualTo(new Whole(3, entry(3).seal()));
        log.ensure(database);
        assertThat(verification.verify(null)).isEqualTo(new Whole(3, entry(3).seal()));
    }

    @Test
    void oldEntriesAreFoundByTheirWordsAfterAStart() {
        assertThat(found()).containsExactly(3L);
        log.ensure(database);
        assertThat(found()).containsExactly(3L, 2L, 1L);
        log.ensure(database);
        assertThat(found()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aChangedOldEntryIsNamed() {
        log.ensure(database);
        database.getCollection("audit").updateOne(Filters.eq(2L), Updates.set("reason", "another reason"));

        assertThat(verification.verify(null)).isEqualTo(new Broken(2, Fault.CHANGED));
    }

    @Test
    void anOldEntryIsNotTakenForANewOne() {
        log.ensure(database);
        database.getCollection("audit").updateOne(Filters.eq(2L), Updates.set("v", 2));

        assertThat(verification.verify(null)).isEqualTo(new Broken(2, Fault.CHANGED));
    }

    private AuditEntry old(long number, String previous) {
        var entry = seals.seal(new AuditEntry(
                number,
                Instant.ofEpochMilli(1_764_000_000_000L),
                "an-admin",
                "account.suspended",
                "someone",
                "192.0.2.7",
                REASON,
                Map.of("to", "pro"),
                null,
                previous,
                "",
                1));
        var stored = database.getCollection("audit", AuditEntry.class);
        stored.insertOne(entry);
        database.getCollection("audit").updateOne(Filters.eq(number), Updates.unset("words"));
        return entry;
    }

    private AuditEntry entry(long number) {
        return database.getCollection("audit", AuditEntry.class)
                .find(Filters.eq(number))
                .first();
    }

    private List<Long> found() {
        var words = new AuditQuery(null, null, null, null, List.of("repetees"), null, null);
        return search.find(words, null, 10).stream().map(AuditEntry::number).toList();
    }
}
