package io.capitune.bench.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.capitune.bench.print.BareTab;
import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;
import io.capitune.worker.print.FontBundle;
import org.bson.Document;

/**
 * From the submission to the moment its status says done, through the gateway, one job at a time; by turns with a bare tab that
 * prints the same CV. Asking costs time of the same processors, so half of the jobs are asked about only once the database
 * tells that they are done.
 */
final class IdleJobBench {

    private static final int WARM_UP_TURNS = 3;
    private static final int TURNS = 10;
    private static final int PER_TURN = 20;
    private static final long ASK_EVERY_MILLIS = 10;
    /** So that the e-mail of the one job is out of the way of the next. */
    private static final long REST_MILLIS = 60;
    /** On a slow or busy machine fewer jobs have to do. */
    private static final Duration LONGEST = Duration.ofSeconds(150);

    private static final double MOST = 3;

    private final Stand stand;
    private final Candidate candidate;
    private final Example example;
    private final Report report;

    IdleJobBench(Stand stand, Candidate candidate, Example example) {
        this.stand = stand;
        this.candidate = candidate;
        this.example = example;
        this.report = stand.report();
    }

    /** What was measured in some turns. */
    private record Figures(
            Samples told, Samples asked, Samples submit, List<String> ids, Samples bare, Samples barePaused) {

        Figures() {
            this(new Samples(), new Samples(), new Samples(), new ArrayList<>(), new Samples(), new Samples());
        }
    }

    /** Reports the time of a job, its parts, and how it compares with the bare print. */
    void run() {
        report.chapter("Submit -> done through the gateway, idle system, one job at a time");
        var html = example.html(stand.target(), stand.http());
        try (var bare = new BareTab(stand.chromium(), new FontBundle().configuration());
                var records = new JobRecords(stand.target().mongodb());
                var changes = records.becomingDone().cursor()) {
            turns(WARM_UP_TURNS, bare, html, changes);
            var steps = WorkerSteps.read(stand.target().workers());
            var figures = turns(TURNS, bare, html, changes);
            tell(figures, records.times(figures.ids()));
            WorkerSteps.read(stand.target().workers()).since(steps).tell(report);
        }
    }

    private Figures turns(
            int turns, BareTab bare, String html, MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes) {
        var figures = new Figures();
        var deadline = System.nanoTime() + LONGEST.toNanos();
        for (var turn = 0; turn < stand.effort().of(turns) && System.nanoTime() < deadline; turn++) {
            for (var i = 0; i < PER_TURN; i++) {
                job(figures, i % 2 == 0, changes);
                Candidate.pause(REST_MILLIS);
            }
            for (var i = 0; i < PER_TURN; i++) {
                figures.bare().time(() -> bare.print(html));
            }
            for (var i = 0; i < PER_TURN; i++) {
                Candidate.pause(REST_MILLIS);
                figures.barePaused().time(() -> bare.print(html));
            }
        }
        return figures;
    }

    private void job(
            Figures figures, boolean isAsked, MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes) {
        var began = System.nanoTime();
        var id = candidate.submit(example.body());
        figures.submit().add(System.nanoTime() - began);
        while (isAsked && !candidate.isDone(id)) {
            Candidate.pause(ASK_EVERY_MILLIS);
        }
        var asked = System.nanoTime();
        while (!id.equals(changes.next().getDocumentKey().getString("_id").getValue())) {
            // another job's
        }
        if (!isAsked && !candidate.isDone(id)) {
            throw new IllegalStateException("told done, but it is not: " + id);
        }
        (isAsked ? figures.asked() : figures.told()).add((isAsked ? asked : System.nanoTime()) - began);
        figures.ids().add(id);
    }

    private void tell(Figures figures, List<JobRecords.Times> times) {
        report.times("submit -> done", figures.told());
        report.times("submit -> done, asked every 10 ms", figures.asked());
        report.times("  of it the submission's answer", figures.submit());
        report.times("  accepted -> claimed", between(times, JobRecords.Times::created, JobRecords.Times::started));
        report.times("  claimed -> done", between(times, JobRecords.Times::started, JobRecords.Times::finished));
        report.times("bare print, one after the other", figures.bare());
        report.times("bare print, with the jobs' pauses", figures.barePaused());
        var ratio = figures.told().median() / figures.bare().median();
        report.figure(
                "submit -> done / bare print", ratio, "x", new Report.Goal("at most " + MOST + "x", ratio <= MOST));
        var paused = figures.told().median() / figures.barePaused().median();
        report.figure("submit -> done / bare print with pauses", paused, "x", null);
    }

    private static Samples between(
            List<JobRecords.Times> times, ToLongFunction<JobRecords.Times> from, ToLongFunction<JobRecords.Times> to) {
        var samples = new Samples();
        times.forEach(time -> samples.add((to.applyAsLong(time) - from.applyAsLong(time)) * 1_000_000));
        return samples;
    }
}
