package io.capitune.cv.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.cv.document.CvDocument;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;

/** Puts jobs into the database for tests, as cv-job-service does. */
@ApplicationScoped
class Jobs {

    static final String PERIOD = "2026-11";
    static final CvInput INPUT =
            new CvInput("{\"basics\":{\"name\":\"Zoé\"}}", null, "Comptable", null, "fr", "classique", "A4", false);
    static final CvPdf PDF = new CvPdf("AAAAAAAAAAAAAAAAAAAAAA.pdf", 10, 1, "hash");
    static final Proof PROOF = new Proof(List.of(new Proof.Field("NAME", 1, 1, "Zoé")), 0, "Zoé");

    private final Transactions transactions;
    private final CvJobs jobs;
    private final UsageCounters usage;
    private final RandomTokens random;

    Jobs(Transactions transactions, CvJobs jobs, UsageCounters usage, RandomTokens random) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.usage = usage;
        this.random = random;
    }

    /** Reserves a unit and queues a job. */
    String submit(String owner) {
        return submit(owner, 1).getFirst();
    }

    /** The same for several, in one transaction. */
    List<String> submit(String owner, int count) {
        usage.prepare(owner, PERIOD);
        return transactions.run(session ->
                IntStream.range(0, count).mapToObj(i -> submit(session, owner)).toList());
    }

    private String submit(ClientSession session, String owner) {
        var reserved = usage.reserve(session, owner, PERIOD, 1000, 1000, Duration.ofMinutes(1));
        var id = random.id();
        var place = (UsageCounters.Reservation.Reserved) reserved;
        jobs.add(session, CvJob.queued(id, owner, INPUT, id, 0, PERIOD, place.rank(), null, place.at()));
        return id;
    }

    /** Queues a correction of a job's CV, without a unit. */
    String correct(CvJob job, int corrections) {
        return transactions.run(session -> {
            var id = random.id();
            var place = usage.place(session, job.owner(), PERIOD);
            jobs.add(
                    session,
                    CvJob.queued(id, job.owner(), INPUT, job.cv(), corrections, null, place.rank(), null, place.at()));
            return id;
        });
    }

    static DomainEvent done(Claim claim) {
        return new DomainEvent(
                "cv.done-" + claim.job().id(),
                "cv.done",
                claim.job().id(),
                List.of(claim.job().owner()),
                Map.of(),
                null,
                Instant.now());
    }

    static Composition composition() {
        var document = new CvDocument("fr", "Zoé", "Comptable", List.of(), null, List.of());
        return new Composition(document, "rules", List.of(), List.of("note"));
    }
}
