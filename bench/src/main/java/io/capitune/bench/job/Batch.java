package io.capitune.bench.job;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

import io.capitune.bench.target.Candidate;

/** Jobs that are submitted as fast as the gateway takes them, by several people, and waited for. */
public final class Batch {

    private static final int SUBMITTING = 6;
    private static final long ASK_EVERY_MILLIS = 200;
    private static final long PATIENCE_MILLIS = 60_000;

    private final List<Candidate> people;
    private final JobRecords records;

    public Batch(List<Candidate> people, JobRecords records) {
        this.people = people;
        this.records = records;
    }

    /** Submits so many, each with the body for its number; returns their ids once the last is accepted. */
    public Collection<String> submit(int count, IntFunction<Object> bodies) {
        var ids = new ConcurrentLinkedQueue<String>();
        var turns = new Semaphore(SUBMITTING);
        try (var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                turns.acquireUninterruptibly();
                var person = people.get(i % people.size());
                var body = bodies.apply(i);
                submitters.execute(() -> {
                    try {
                        ids.add(person.submit(body));
                    } finally {
                        turns.release();
                    }
                });
            }
        }
        if (ids.size() != count) {
            throw new IllegalStateException("only %d of %d jobs were accepted".formatted(ids.size(), count));
        }
        return ids;
    }

    /** Waits until at most so many jobs of the system are left; ends the run where none finishes for a minute. */
    public void awaitLeft(long most) {
        var left = records.unfinished();
        for (var since = System.currentTimeMillis(); left > most; Candidate.pause(ASK_EVERY_MILLIS)) {
            var now = records.unfinished();
            if (now < left) {
                since = System.currentTimeMillis();
            } else if (System.currentTimeMillis() - since > PATIENCE_MILLIS) {
                throw new IllegalStateException("%d jobs do not come to an end".formatted(now));
            }
            left = now;
        }
    }

    /** Submits and waits; a job that fails ends the run. */
    Collection<String> run(int count, IntFunction<Object> bodies) {
        var ids = submit(count, bodies);
        awaitLeft(0);
        var done = records.count(ids, "DONE");
        if (done != count) {
            throw new IllegalStateException("only %d of %d jobs are done".formatted(done, count));
        }
        return ids;
    }
}
