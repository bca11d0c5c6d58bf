package io.capitune.bench.print;

import java.time.Duration;
import java.util.Map;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;
import io.capitune.worker.print.FontBundle;

/** Our print beside others': the same HTML, by turns, after the same warm-up; one at a time, then as many as they bear. */
public final class PrintBench {

    private static final int TURNS = 30;
    private static final int WARM_UP_TURNS = 15;
    /** On a slow or busy machine fewer prints have to do. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final double MOST = 1.15;
    private static final double MOST_P99 = 2;
    private static final double MOST_OF_GOTENBERG = 0.2;

    private final Contenders contenders;
    private final Stand stand;
    private final Report report;

    private PrintBench(Contenders contenders, Stand stand) {
        this.contenders = contenders;
        this.stand = stand;
        this.report = stand.report();
    }

    /** Reports times for CVs of one and of two pages, the rates for one, and what follows on a print. */
    public static void run(Stand stand) throws Exception {
        var one = Example.onePage(stand.target());
        var onePage = one.html(stand.target(), stand.http());
        var two = Example.twoPages(stand.target());
        var twoPages = two.html(stand.target(), stand.http());
        var fonts = new FontBundle();
        stand.report().chapter("Print one CV: HTML in, PDF out, one at a time");
        try (var contenders = new Contenders(stand, fonts, 1)) {
            var bench = new PrintBench(contenders, stand);
            try (var turns = new Turns(contenders.all())) {
                bench.compare("one page", turns, onePage, TURNS);
                bench.compare("two pages", turns, twoPages, TURNS / 3);
            }
            var after = new AfterPrint(contenders.ours(), stand);
            after.run("one page", onePage, one);
            after.run("two pages", twoPages, two);
        }
        var lanes = Runtime.getRuntime().availableProcessors();
        try (var contenders = new Contenders(stand, fonts, lanes)) {
            new PrintRateBench(contenders, stand).run(onePage);
        }
    }

    private void compare(String name, Turns turns, String html, int count) {
        turns.take(html, stand.effort().of(WARM_UP_TURNS), LONGEST);
        var times = turns.take(html, stand.effort().of(count), LONGEST);
        times.forEach((contender, samples) -> report.times(contender.name() + ", " + name, samples));
        var bare = of(times, contenders.bare());
        var ours = of(times, contenders.ours());
        atMost("our print / bare tab, " + name, ours.median() / bare.median(), MOST);
        atMost("our p99 / bare tab's p99, " + name, ours.percentile(99) / bare.percentile(99), MOST_P99);
        contenders
                .gotenberg()
                .ifPresent(gotenberg -> atMost(
                        "our print / Gotenberg, " + name,
                        ours.median() / of(times, gotenberg).median(),
                        MOST_OF_GOTENBERG));
    }

    private void atMost(String what, double ratio, double most) {
        report.figure(what, ratio, "x", new Report.Goal("at most " + most + "x", ratio <= most));
    }

    private static Samples of(Map<Contender, Samples> times, Contender contender) {
        var samples = times.get(contender);
        if (samples == null) {
            throw new IllegalStateException(contender.name() + " had no turn");
        }
        return samples;
    }
}
