package io.capitune.cvjob;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.Proof;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.storage.BlobStore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Stands where pdf-worker stands: brings a job to the state that a test is about. */
@ApplicationScoped
public class Worker {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JobQueue queue;
    private final CvJobs jobs;
    private final BlobStore files;
    private final RandomTokens random;
    private final Transactions transactions;

    Worker(JobQueue queue, CvJobs jobs, BlobStore files, RandomTokens random, Transactions transactions) {
        this.queue = queue;
        this.jobs = jobs;
        this.files = files;
        this.random = random;
        this.transactions = transactions;
    }

    /** Claims what other tests left in the queue. */
    public void claimAll() {
        while (queue.claim(LEASE).isPresent()) {
            // The next one.
        }
    }

    /** Queues jobs of somebody that come before all others. */
    public void queueAhead(int count) {
        var input = new CvInput("{}", null, null, null, "fr", "classique", "A4", false);
        transactions.run(session -> {
            for (var i = 0; i < count; i++) {
                var id = random.id();
                jobs.add(session, CvJob.queued(id, "somebody", input, id, 0, null, i, null, Instant.now()));
            }
            return count;
        });
    }

    /** Claims this very job, and with it what other tests left before it. */
    public Claim claim(String id) {
        while (true) {
            var claim = queue.claim(LEASE).orElseThrow(() -> new AssertionError("the job is not queued"));
            if (claim.job().id().equals(id)) {
                return claim;
            }
        }
    }

    public Claim compose(String id, String name) {
        var claim = claim(id);
        compose(claim, name);
        return claim;
    }

    private void compose(Claim claim, String name) {
        var document = new CvDocument("fr", name, "Titre", List.of(), null, List.of());
        queue.keep(claim, new Composition(document, "rules", List.of(), List.of()));
    }

    public void fail(String id, FailureCode code) {
        queue.fail(compose(id, "Léa Martin"), code, "as the test wants");
    }

    /** Prints the job; its PDF's bytes. */
    public byte[] finish(String id) {
        return finish(id, "Léa Martin");
    }

    public byte[] finish(String id, String name) {
        return finish(claim(id), name);
    }

    /** Prints a job that was claimed before. */
    public byte[] finish(Claim claim, String name) {
        var bytes = pdf();
        compose(claim, name);
        var pdf = new CvPdf(files.put(bytes, "pdf"), bytes.length, 1, Hashes.sha256(bytes));
        var event = new DomainEvent(
                random.id(), "cv.done", claim.job().id(), List.of(claim.job().owner()), Map.of(), null, Instant.now());
        var replaced = queue.complete(claim, pdf, new Proof(List.of(), 0, ""), event)
                .orElseThrow(() -> new AssertionError("the claim was lost"));
        replaced.stream().map(CvJob::pdf).filter(old -> old != null).forEach(old -> files.delete(old.blob()));
        return bytes;
    }

    public CvJob job(String id) {
        return jobs.find(id).orElseThrow();
    }

    public boolean exists(String id) {
        return jobs.find(id).isPresent();
    }

    public boolean fileExists(CvPdf pdf) {
        return files.size(pdf.blob()).isPresent();
    }

    public void loseFile(String id) {
        files.delete(job(id).pdf().blob());
    }

    private static byte[] pdf() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
