package io.capitune.bench.print;

import java.nio.file.Path;
import java.time.Duration;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Candidate;
import io.capitune.worker.print.FontBundle;
import io.capitune.worker.print.Printer;

/** Our print against a bare tab: the same HTML, the same browser, by turns, after the same warm-up. */
public final class PrintBench {

    private static final int WARM_UP = 300;
    private static final int TURN = 20;
    /** On a slow or busy machine fewer prints have to do. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private static final double MOST = 1.15;

    private final Path chromium;
    private final FontBundle fonts;
    private final Report report;

    public PrintBench(Path chromium, FontBundle fonts, Report report) {
        this.chromium = chromium;
        this.fonts = fonts;
        this.report = report;
    }

    /** Reports both ways for a CV of one page and for one of two; returns the bare tab's median for one page, in ms. */
    public double run(String onePage, String twoPages) {
        report.chapter("Print one CV: HTML in, PDF out, one at a time");
        var printer = Printer.standalone(new Lanes(chromium, 1), fonts);
        try (var bare = new BareTab(chromium, fonts.configuration())) {
            while (printer.readyLanes() == 0) {
                Candidate.pause(10);
            }
            var median = compare("one page", bare, printer, onePage, WARM_UP, 600);
            compare("two pages", bare, printer, twoPages, WARM_UP / 5, 200);
            return median;
        } finally {
            printer.stop();
        }
    }

    private double compare(String name, BareTab bare, Printer printer, String html, int warmUp, int prints) {
        alternate(bare, printer, html, warmUp, new Samples(), new Samples());
        var theirs = new Samples();
        var ours = new Samples();
        alternate(bare, printer, html, prints, theirs, ours);
        report.times("bare warm tab, " + name, theirs);
        report.times("our print, " + name, ours);
        var ratio = ours.median() / theirs.median();
        report.figure(
                "our print / bare tab, " + name, ratio, "x", new Report.Goal("at most " + MOST + "x", ratio <= MOST));
        return theirs.median();
    }

    private static void alternate(
            BareTab bare, Printer printer, String html, int prints, Samples theirs, Samples ours) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        for (var done = 0; done < prints && System.nanoTime() < deadline; done += TURN) {
            for (var i = 0; i < TURN; i++) {
                theirs.time(() -> bare.print(html));
            }
            for (var i = 0; i < TURN; i++) {
                ours.time(() -> printer.print(html));
            }
        }
    }
}
