package io.capitune.cv.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.capitune.platform.random.RandomTokens;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;

/** Accounts with many jobs each, who came ten minutes ago and are still being served, and others who come meanwhile. */
@ApplicationScoped
class Crowd {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration AGO = Duration.ofMinutes(10);

    private final Jobs given;
    private final JobQueue queue;
    private final MongoDatabase database;
    private final RandomTokens random;
    private String run = "";

    Crowd(Jobs given, JobQueue queue, MongoDatabase database, RandomTokens random) {
        this.given = given;
        this.queue = queue;
        this.database = database;
        this.random = random;
    }

    /** Empties the queue; accounts of earlier tests are others from now on. */
    void begin() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        run = random.id();
    }

    /** An account of this test. */
    String account(String name) {
        return name + "-" + run;
    }

    String member(int number) {
        return account("crowd-" + number);
    }

    /** All of them come at once, from as many connections as there are accounts. */
    void comes(int accounts, int each) {
        together(IntStream.range(0, accounts)
                .mapToObj(i -> (Runnable) () -> given.submit(member(i), each))
                .toList());
        shift(AGO.negated());
    }

    static void together(List<Runnable> acts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            acts.stream()
                    .<Future<?>>map(threads::submit)
                    .toList()
                    .forEach(result -> assertThat(result).succeedsWithin(Duration.ofMinutes(2)));
        }
    }

    /** As if all that is queued had been queued at another time, by that time's clock. */
    void shift(Duration by) {
        var later = by.toMillis();
        move(
                CvJobs.COLLECTION,
                new Document("rank", plus("$rank", later)).append("createdAt", plus("$createdAt", later)));
        move("usage_counters", new Document("lastRank", plus("$lastRank", later)));
    }

    private static Document plus(String field, long millis) {
        return new Document("$add", List.of(field, millis));
    }

    private void move(String collection, Document fields) {
        database.getCollection(collection)
                .updateMany(regex("owner", run + "$"), List.<Bson>of(new Document("$set", fields)));
    }

    /** Counters as they were before accounts took turns. */
    void forgetHowNewcomersWereRanked() {
        database.getCollection("usage_counters").updateMany(new Document(), Updates.unset("newcomerRank"));
    }

    CvJob claimed() {
        return queue.claim(LEASE).orElseThrow().job();
    }

    /** The owners of the next jobs. */
    List<String> claimed(int count) {
        return Stream.generate(() -> claimed().owner()).limit(count).toList();
    }

    /** How many jobs are claimed before that of {@code owner}, which is claimed as well. */
    int waitOf(String owner) {
        var before = 0;
        while (!claimed().owner().equals(owner)) {
            before++;
        }
        return before;
    }

    static Map<String, Long> counts(List<String> owners) {
        return owners.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
