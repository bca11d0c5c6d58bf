package io.capitune.bench.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.capitune.bench.report.Plot;
import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/**
 * Submit to done while jobs arrive at random at a rising rate, whether the system keeps up or not. A job's time counts from when
 * it was to be submitted, so that a system that answers late does not spare itself the waiting.
 */
public final class LoadBench {

    private static final List<Integer> RATES = List.of(1, 2, 5, 10, 15, 20, 25);
    private static final int SECONDS = 15;
    private static final int WARM_UP = 300;
    private static final int PEOPLE = 20;
    private static final int SEED = 4;

    private final Random random = new Random(SEED);
    private final Stand stand;
    private final Report report;
    private final List<Candidate> people;
    private final Example example;

    private LoadBench(Stand stand) {
        this.stand = stand;
        this.report = stand.report();
        this.people = stand.people(PEOPLE);
        this.example = Example.onePage(stand.target());
    }

    /** Reports the times at each rate and draws them. */
    public static void run(Stand stand) throws Exception {
        new LoadBench(stand).run();
    }

    private void run() throws Exception {
        report.chapter("Submit -> done while jobs arrive at random, one worker, %d s each".formatted(seconds()));
        var medians = new ArrayList<Double>();
        var p99s = new ArrayList<Double>();
        try (var records = new JobRecords(stand.target().mongodb())) {
            var batch = new Batch(people, records);
            batch.run(stand.effort().of(WARM_UP), i -> example.body());
            for (var rate : RATES) {
                var samples = arrive(rate, records, batch);
                report.times("%d jobs/s arriving".formatted(rate), samples);
                medians.add(samples.median());
                p99s.add(samples.percentile(99));
            }
        }
        var rates = RATES.stream().map(Integer::doubleValue).toList();
        new Plot("Submit to done by load, one worker", "jobs arriving per second", "milliseconds")
                .logarithmic()
                .line("p99", rates, p99s)
                .line("median", rates, medians)
                .write(stand.output("latency-by-load.svg"));
        report.note("drawn: " + stand.output("latency-by-load.svg"));
    }

    private int seconds() {
        return stand.effort().quick() ? 4 : SECONDS;
    }

    private record Arrival(long dueMillis, Future<String> id) {}

    private Samples arrive(int rate, JobRecords records, Batch batch) throws Exception {
        var arrivals = new ArrayList<Arrival>();
        try (var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
            var due = (double) System.currentTimeMillis();
            for (var i = 0; i < rate * seconds(); i++) {
                due += -Math.log(1 - random.nextDouble()) * 1000 / rate;
                Candidate.pause(Math.max(0, (long) due - System.currentTimeMillis()));
                var person = people.get(i % people.size());
                arrivals.add(new Arrival((long) due, submitters.submit(() -> person.submit(example.body()))));
            }
        }
        batch.awaitLeft(0);
        var samples = new Samples();
        for (var arrival : arrivals) {
            var done = records.times(arrival.id().get()).finished();
            samples.add((done - arrival.dueMillis()) * 1_000_000);
        }
        return samples;
    }
}
