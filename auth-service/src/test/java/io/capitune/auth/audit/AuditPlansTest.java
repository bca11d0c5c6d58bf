package io.capitune.auth.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import jakarta.inject.Inject;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What MongoDB examines for a part of a log of 20,000 entries: asked of MongoDB itself. */
@QuarkusTest
@AuthTest
class AuditPlansTest {

    private static final int ENTRIES = 20_000;
    private static final int PART = 21;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofMinutes(20);

    /** Entries within the hour by which the clocks of the database's servers may differ. */
    private static final int HOUR = 3;

    @Inject
    AuditSearch search;

    @Inject
    ChainHead head;

    @Inject
    MongoDatabase database;

    @BeforeEach
    void longLog() {
        empty();
        var entries = new ArrayList<Document>();
        for (var number = 1; number <= ENTRIES; number++) {
            entries.add(entry(number));
        }
        database.getCollection("audit").insertMany(entries);
    }

    @AfterEach
    void empty() {
        database.getCollection("audit").deleteMany(new Document());
        database.getCollection("audit_head").deleteMany(new Document());
        head.ensure(database);
    }

    @Test
    void partOfAllReadsWhatItShows() {
        assertExamined(query(null, null, null, null, List.of()), PART);
    }

    @Test
    void partOfOneConditionReadsWhatItShowsWhereverItStands() {
        for (var query : List.of(
                query("admin-3", null, null, null, List.of()),
                query(null, "subject-70", null, null, List.of()),
                query(null, null, "account.suspended", null, List.of()),
                query(null, null, null, "192.0.2.5", List.of()),
                query(null, null, null, null, List.of("plainte")))) {
            assertExamined(query, PART);
        }
    }

    @Test
    void whatFewEntriesHaveIsFoundAmongThemAlone() {
        assertExamined(query("admin-3", null, null, null, List.of("unique7777")), 1);
        assertExamined(query("admin-3", "subject-70", "account.suspended", "192.0.2.5", List.of("plainte")), 100);
        assertExamined(query(null, null, null, null, List.of("plainte", "rare13")), 20);
    }

    @Test
    void whatNobodyHasReadsNothing() {
        assertExamined(query("nobody", null, null, null, List.of()), 0);
        assertExamined(query(null, null, null, "198.51.100.1", List.of()), 0);
        assertExamined(query(null, null, null, null, List.of("jamais")), 0);
    }

    @Test
    void periodLongAgoReadsItsOwnEntriesAndAnHours() {
        var from = BEGIN.plus(Duration.ofDays(60));
        var until = from.plus(Duration.ofDays(30));
        assertExamined(new AuditQuery(null, null, null, null, List.of(), from, until), PART + HOUR);
        assertExamined(new AuditQuery("admin-3", null, null, null, List.of(), from, until), PART + HOUR);
        assertExamined(new AuditQuery(null, null, null, null, List.of("plainte"), from, until), PART + HOUR);
    }

    private void assertExamined(AuditQuery query, int most) {
        for (var before : new Long[] {null, ENTRIES / 2L}) {
            var explained = search.part(query, before, PART).explain(ExplainVerbosity.EXECUTION_STATS);
            var stats = explained.get("executionStats", Document.class);
            assertThat(stats.getInteger("totalDocsExamined"))
                    .as("documents for %s before %s", query, before)
                    .isLessThanOrEqualTo(most);
            assertThat(stats.getInteger("totalKeysExamined"))
                    .as("keys for %s before %s", query, before)
                    .isLessThanOrEqualTo(most + 1);
            assertThat(explained
                            .get("queryPlanner", Document.class)
                            .get("winningPlan", Document.class)
                            .toJson())
                    .as("plan for %s before %s", query, before)
                    .doesNotContain("\"SORT\"", "COLLSCAN");
        }
    }

    private static AuditQuery query(String actor, String subject, String act, String source, List<String> words) {
        return new AuditQuery(actor, subject, act, source, words, null, null);
    }

    private static Document entry(int number) {
        return new Document("_id", (long) number)
                .append("at", Date.from(BEGIN.plus(BETWEEN.multipliedBy(number))))
                .append("actor", "admin-" + number % 5)
                .append("act", number % 2 == 0 ? "account.suspended" : "account.restored")
                .append("subject", "subject-" + number % 200)
                .append("source", "192.0.2." + number % 7)
                .append("reason", "plainte")
                .append("details", new Document())
                .append("words", List.of("plainte", "rare" + number % 1000, "unique" + number))
                .append("previous", "")
                .append("seal", "")
                .append("v", 2);
    }
}
