package io.capitune.bench.gateway;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/** Reads through the gateway by many people at once, each of whom has CVs to look at. */
public final class ReadBench {

    private static final int PEOPLE = 50;
    private static final int CVS_EACH = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 1000;
    private static final double MOST_MILLIS = 100;

    private final Stand stand;
    private final Report report;
    private final List<Reader> readers;

    private ReadBench(Stand stand, List<Reader> readers) {
        this.stand = stand;
        this.report = stand.report();
        this.readers = readers;
    }

    /** What one person looks at. */
    private record Reader(List<HttpRequest> api, List<HttpRequest> pages) {

        static Reader of(Candidate person, String job) {
            return new Reader(
                    List.of(person.get("/api/cv/jobs"), person.get("/api/cv/jobs/" + job)),
                    List.of(person.get("/cv"), person.get("/cv/" + job)));
        }
    }

    /** Reports API reads and pages, asked for without a pause and with one of a second. */
    public static void run(Stand stand) throws Exception {
        stand.report().chapter("%d people who read at the same time".formatted(PEOPLE));
        var example = Example.onePage(stand.target());
        var readers = stand.people(PEOPLE).stream()
                .map(person -> Reader.of(person, cvs(person, example)))
                .toList();
        var bench = new ReadBench(stand, readers);
        bench.measure(0, WARM_UP, new Samples(), new Samples());
        bench.tell("with a pause of 1 s", PAUSE_MILLIS, false);
        bench.tell("without a pause", 0, true);
    }

    private static String cvs(Candidate person, Example example) {
        var job = "";
        for (var i = 0; i < CVS_EACH; i++) {
            job = person.submit(example.body());
            while (!person.isDone(job)) {
                Candidate.pause(50);
            }
        }
        return job;
    }

    private void tell(String how, long pauseMillis, boolean hasGoal) throws Exception {
        var api = new Samples();
        var pages = new Samples();
        measure(pauseMillis, LONG, api, pages);
        report.times("API reads, " + how, api, hasGoal ? goal(api) : null);
        report.times("pages, " + how, pages, hasGoal ? goal(pages) : null);
        report.figure("  reads a second", (api.count() + pages.count()) / seconds(LONG), "1/s", null);
    }

    private static Report.Goal goal(Samples samples) {
        return new Report.Goal("p99 at most 100 ms", samples.percentile(99) <= MOST_MILLIS);
    }

    private double seconds(Duration full) {
        return full.toSeconds() / (stand.effort().quick() ? 10.0 : 1.0);
    }

    private void measure(long pauseMillis, Duration full, Samples api, Samples pages) throws Exception {
        var until = System.nanoTime() + (long) (seconds(full) * 1e9);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var i = 0; i < readers.size(); i++) {
                var reader = readers.get(i);
                // People do not look at the same moment.
                var late = pauseMillis * i / readers.size();
                all.add(threads.submit(() -> {
                    Candidate.pause(late);
                    while (System.nanoTime() < until) {
                        read(reader.api(), api, pauseMillis);
                        read(reader.pages(), pages, pauseMillis);
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private void read(List<HttpRequest> requests, Samples samples, long pauseMillis) {
        for (var request : requests) {
            samples.time(() -> stand.http().send(request, 200));
            if (pauseMillis > 0) {
                Candidate.pause(pauseMillis);
            }
        }
    }
}
