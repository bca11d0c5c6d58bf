package io.capitune.cv.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.OperatedJobs.Selection;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** With a hundred thousand jobs in the queue: what the database really does for each question that is asked of it. */
@QuarkusTest
@WithMongo
@WithTokens
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuePlansTest {

    private static final int QUEUED = 100_000;
    private static final int WAITING = 5_000;
    private static final int SUSPECTS = 500;
    private static final int DONE = 5_000;
    private static final int FAILED = 2_000;
    private static final int RUNNING = 200;
    private static final int OF_ONE_RANK = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    JobQueue queue;

    @Inject
    SuspectJobs suspects;

    @Inject
    CvJobs jobs;

    @Inject
    UsageCounters usage;

    @Inject
    Transactions transactions;

    @Inject
    QueueFigures figures;

    @Inject
    OperatedJobs operated;

    @Inject
    SentCommands commands;

    @Inject
    MongoDatabase database;

    private final long base = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
    private final List<Document> batch = new ArrayList<>();

    @BeforeAll
    void longQueue() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        for (var i = 0; i < QUEUED; i++) {
            add(job("QUEUED", i));
        }
        for (var i = 1; i <= WAITING; i++) {
            // Their ranks come first: what waits after an error must not stand in the way of what does not.
            add(job("QUEUED", -i).append("notBefore", new Date(System.currentTimeMillis() + 3_600_000L + i)));
        }
        for (var i = 1; i <= SUSPECTS; i++) {
            var suspect = job("QUEUED", -WAITING - i).append("losses", 2).append("suspect", true);
            add(suspect.append("notBefore", Date.from(SuspectJobs.ALONE)));
        }
        for (var i = 0; i < DONE; i++) {
            add(job("DONE", i).append("finishedAt", new Date(base + i)));
        }
        for (var i = 0; i < FAILED; i++) {
            add(job("FAILED", i).append("finishedAt", new Date(base + i)).append("failure", "PRINT_FAILED"));
        }
        for (var i = 0; i < RUNNING; i++) {
            add(job("RUNNING", i).append("leaseUntil", new Date(System.currentTimeMillis() + 3_600_000L + i)));
        }
        flush();
    }

    private Document job(String status, int number) {
        var id = status + number + (number < 0 ? "-waiting" : "");
        return new Document("_id", id)
                .append("v", 1)
                .append("owner", "owner-" + Math.abs(number) % 997)
                .append("status", status)
                .append("input", new Document(Map.of("resume", "{}", "language", "fr", "modelAllowed", false)))
                .append("cv", id)
                .append("corrections", 0)
                .append("rank", base + Math.floorDiv(number, OF_ONE_RANK) * OF_ONE_RANK)
                .append("attempts", 0)
                .append("createdAt", new Date(base + number));
    }

    private void add(Document job) {
        batch.add(job);
        if (batch.size() == 10_000) {
            flush();
        }
    }

    private void flush() {
        database.getCollection(CvJobs.COLLECTION).insertMany(batch);
        batch.clear();
    }

    /** What the server says of a command: what it examined, and by which stages. */
    private record Plan(int keys, int documents, TreeSet<String> stages) {

        private void read(Object value) {
            if (value instanceof List<?> list) {
                list.forEach(this::read);
            } else if (value instanceof Document document) {
                if (document.get("stage") instanceof String stage) {
                    stages.add(stage);
                }
                document.forEach((name, inner) -> read(inner));
            }
        }

        private static int sum(Object value, String field) {
            return switch (value) {
                case List<?> list ->
                    list.stream().mapToInt(one -> sum(one, field)).sum();
                case Document document when document.get(field) instanceof Number number -> number.intValue();
                case Document document ->
                    document.values().stream().mapToInt(one -> sum(one, field)).sum();
                case null, default -> 0;
            };
        }

        static Plan of(Document explained) {
            var plan =
                    new Plan(sum(explained, "totalKeysExamined"), sum(explained, "totalDocsExamined"), new TreeSet<>());
            plan.read(winning(explained));
            return plan;
        }

        private static Object winning(Object value) {
            return switch (value) {
                case List<?> list -> list.stream().map(Plan::winning).toList();
                case Document document when document.containsKey("winningPlan") -> document.get("winningPlan");
                case Document document ->
                    document.values().stream().map(Plan::winning).toList();
                case null, default -> List.of();
            };
        }
    }

    private List<Plan> plans(Runnable question) {
        return commands.during(question).stream().map(this::explained).toList();
    }

    private Plan explained(BsonDocument command) {
        var explain = new Document("explain", command).append("verbosity", "executionStats");
        return Plan.of(database.runCommand(explain));
    }

    private Plan onePlan(Runnable question) {
        var plans = plans(question);
        assertThat(plans).hasSize(1);
        return plans.getFirst();
    }

    private static void reads(Plan plan, int keys, int documents) {
        assertThat(plan.keys()).as("keys of %s", plan).isLessThanOrEqualTo(keys);
        assertThat(plan.documents()).as("documents of %s", plan).isLessThanOrEqualTo(documents);
        assertThat(plan.stages()).doesNotContain("COLLSCAN", "SORT");
    }

    @Test
    void claimExaminesAHandfulHoweverLongTheQueue() {
        var plan = onePlan(() -> queue.putBack(queue.claim(LEASE).orElseThrow()), "findAndModify");
        reads(plan, 3, 3);
        assertThat(plan.stages()).contains("IXSCAN");
    }

    private Plan onePlan(Runnable work, String kind) {
        var sent = commands.during(work).stream()
                .filter(command -> command.containsKey(kind))
                .toList();
        assertThat(sent).hasSize(1);
        return explained(sent.getFirst());
    }

    @Test
    void submissionExaminesAHandfulHoweverLongTheQueue() {
        var newcomer = onePlan(() -> place("somebody-new", 0));
        assertThat(newcomer.stages()).contains("IXSCAN");
        reads(newcomer, 1, 1);
    }

    @Test
    void submissionOfOneWhoHasSomethingInTheQueueDoesToo() {
        var plans = plans(() -> place("owner-0", base + QUEUED));
        assertThat(plans).as("the head, and whether something waits").hasSize(2);
        assertThat(plans).allSatisfy(plan -> reads(plan, 1, 1));
    }

    /** Takes a place for a job, where the account's last had this rank. */
    private void place(String owner, long lastRank) {
        usage.prepare(owner, Jobs.PERIOD);
        database.getCollection("usage_counters").updateOne(eq(owner + ":" + Jobs.PERIOD), set("lastRank", lastRank));
        transactions.run(session -> usage.reserve(session, owner, Jobs.PERIOD, 1000, 1000, Duration.ofMinutes(1)));
    }

    @Test
    void suspectIsFoundByOneKeyHoweverManyThereAre() {
        reads(onePlan(() -> suspects.reserve(LEASE).orElseThrow(), "findAndModify"), 2, 2);
        var reserved = "QUEUED%d-waiting".formatted(-WAITING - SUSPECTS);
        var plan = onePlan(() -> queue.putBack(suspects.claim(reserved, LEASE).orElseThrow()), "findAndModify");
        assertThat(plan.keys()).isEqualTo(1);
        assertThat(plan.documents()).isEqualTo(1);
    }

    @Test
    void positionExaminesAHundredAtMost() {
        var last = jobs.find("QUEUED" + (QUEUED - 1)).orElseThrow();
        reads(onePlan(() -> jobs.position(last)), 101, 0);
    }

    @Test
    void positionOfOneOfTheFirstExaminesThoseBeforeIt() {
        var third = jobs.find("QUEUED2").orElseThrow();
        var plans = plans(() -> assertThat(jobs.position(third)).isEqualTo(3));
        assertThat(plans).hasSize(2).allSatisfy(plan -> reads(plan, 4, 0));
    }

    @Test
    void recoveryExaminesOnlyWhatIsToComeBack() {
        var plans = plans(() -> queue.recover(4));
        assertThat(plans).hasSizeGreaterThanOrEqualTo(3);
        assertThat(plans).allSatisfy(plan -> reads(plan, 3, 3));
    }

    @Test
    void oldestIsFoundByOneKey() {
        reads(onePlan(figures::longestWait), 2, 1);
    }

    @Test
    void countsReadNoDocumentAndNoJobThatIsDone() {
        var plans = plans(figures::byStatus);
        assertThat(plans).hasSize(3).allSatisfy(plan -> reads(plan, QUEUED + WAITING + SUSPECTS + 1, 0));
        assertThat(plans.stream().mapToInt(Plan::keys).sum())
                .isLessThanOrEqualTo(QUEUED + WAITING + SUSPECTS + FAILED + RUNNING + 3);
        assertThat(figures.byStatus().get(CvJobStatus.DONE)).isEqualTo(DONE);
    }

    @Test
    void failuresAreCountedByKeys() {
        reads(onePlan(figures::failures), FAILED + 1, 0);
        assertThat(figures.failures()).containsOnly(Map.entry("PRINT_FAILED", (long) FAILED));
    }

    @Test
    void operatorsListReadsNoMoreThanItShows() {
        var failed = new Selection(CvJobStatus.FAILED, null, null, null);
        reads(onePlan(() -> operated.list(failed, 20)), 21, 20);
        var queued = new Selection(CvJobStatus.QUEUED, null, null, null);
        reads(onePlan(() -> operated.list(queued, 20)), 21, 20);
    }

    @Test
    void agesAreBoundsOfTheIndex() {
        var young = new Selection(CvJobStatus.FAILED, null, Duration.ofMinutes(1), null);
        reads(onePlan(() -> operated.count(young)), 1, 0);
        var old = new Selection(CvJobStatus.QUEUED, null, null, Duration.ofHours(9));
        reads(onePlan(() -> operated.count(old)), 1, 0);
    }
}
