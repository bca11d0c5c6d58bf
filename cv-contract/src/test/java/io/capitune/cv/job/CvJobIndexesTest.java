package io.capitune.cv.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

@QuarkusTest
@WithMongo
@WithTokens
class CvJobIndexesTest {

    @Inject
    CvJobIndexes indexes;

    @Inject
    MongoClient client;

    @Inject
    MongoDatabase database;

    @Test
    void indexesOfAnEarlierVersionGiveWayToThoseOfThisOne() {
        var jobs = database.getCollection(CvJobs.COLLECTION);
        jobs.createIndex(Indexes.ascending("status", "notBefore", "rank"));
        jobs.createIndex(Indexes.ascending("status", "leaseUntil"));
        jobs.createIndex(
                Indexes.ascending("status", "notBefore", "rank"),
                new IndexOptions().name("queued_by_rank").partialFilterExpression(eq("status", "QUEUED")));

        indexes.ensure(database);
        indexes.ensure(database);

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "_id_",
                        "queued_in_order",
                        "queued_by_age",
                        "running_by_lease",
                        "failed_by_end",
                        "owner_1_createdAt_-1__id_-1",
                        "cv_1",
                        "pdf.blob_1",
                        "finishedAt_1__id_1");
    }

    @Test
    void processThatStartsWaitsForNoTransactionOfAnother() {
        indexes.ensure(database);
        try (var other = client.startSession()) {
            other.startTransaction();
            database.getCollection(CvJobs.COLLECTION).insertOne(other, new Document("status", "ELSEWHERE"));

            assertTimeout(Duration.ofSeconds(20), () -> indexes.ensure(database), "it holds up all others meanwhile");

            other.abortTransaction();
        }
    }

    private List<String> names() {
        return database.getCollection(CvJobs.COLLECTION)
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }
}
