package io.capitune.cv.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Vetoed;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClients;
import io.capitune.platform.event.DomainEvent;

/** A queue whose answer to {@code complete} is lost, and that notes what it was told. It never connects anywhere. */
@Vetoed
public final class ScriptedQueue extends JobQueue {

    /** What it was told, such as {@code failed STORAGE_FAILED}. */
    public final List<String> told = new ArrayList<>();

    /** How long the job that was handed back has to wait. */
    public Duration waits = Duration.ZERO;

    /** How many more writes that settle a job find the database away. */
    public volatile int away;

    /** What {@code renew} finds to be lost. */
    public List<Claim> lost = List.of();

    private final boolean completed;

    /** @param completed whether the write whose answer is lost took place */
    public ScriptedQueue(boolean completed) {
        super(MongoClients.create().getDatabase("none"), null, null, null, null, null, null, null);
        this.completed = completed;
    }

    @Override
    public List<Claim> renew(Collection<Claim> claims, Duration lease) {
        return lost;
    }

    @Override
    public boolean enter(Claim claim, Stage stage) {
        told.add("at " + stage);
        return true;
    }

    @Override
    public Optional<List<CvJob>> complete(Claim claim, CvPdf pdf, Proof proof, DomainEvent event) {
        throw new MongoSocketReadException("answer lost", new ServerAddress());
    }

    @Override
    public boolean isCompletedBy(Claim claim, CvPdf pdf) {
        return completed;
    }

    @Override
    public void wake() {
        told.add("woke");
    }

    @Override
    public Recovered recover(int maxLosses) {
        settle("recovered");
        return new Recovered(0, 0);
    }

    private boolean settle(String how) {
        if (away > 0) {
            away--;
            throw new MongoSocketReadException("away", new ServerAddress());
        }
        return !completed && told.add(how);
    }

    @Override
    public boolean fail(Claim claim, FailureCode code, String reason) {
        return settle("failed " + code);
    }

    @Override
    public boolean handBack(Claim claim, Duration backoff, String reason, boolean outage) {
        waits = backoff;
        return settle(outage ? "handed back after an outage" : "handed back");
    }
}
