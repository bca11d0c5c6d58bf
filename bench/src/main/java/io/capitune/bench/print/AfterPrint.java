package io.capitune.bench.print;

import java.io.IOException;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;
import io.capitune.cv.document.CvDocument;
import io.capitune.worker.finish.Finisher;
import io.capitune.worker.prove.Prover;

/** What a worker does with a PDF once it is printed, by its own code, in this process, on the same document. */
final class AfterPrint {

    private static final int WARM_UP = 400;
    private static final int PRINTS = 300;

    private final Finisher finisher = new Finisher();
    private final Prover prover = new Prover();
    private final Contender ours;
    private final Stand stand;
    private final Report report;

    AfterPrint(Contender ours, Stand stand) {
        this.ours = ours;
        this.stand = stand;
        this.report = stand.report();
    }

    private record Figures(Samples finish, Samples prove, Samples all) {

        Figures() {
            this(new Samples(), new Samples(), new Samples());
        }
    }

    /** Reports what each step adds to the print of a document, and all of them together. */
    void run(String name, String html, Example example) throws IOException {
        var document = example.composed();
        try (var press = ours.presses().get()) {
            repeat(WARM_UP, press, html, document);
            var figures = repeat(PRINTS, press, html, document);
            report.times("  added by finishing, " + name, figures.finish());
            report.times("  added by the proof, " + name, figures.prove());
            report.times("print, finish and prove, " + name, figures.all());
        }
    }

    private Figures repeat(int times, Press press, String html, CvDocument document) throws IOException {
        var figures = new Figures();
        for (var i = 0; i < stand.effort().of(times); i++) {
            var began = System.nanoTime();
            var printed = press.print(html);
            var pdf = figures.finish().time(() -> finisher.finish(printed, html, document));
            var result = figures.prove().time(() -> prover.prove(pdf, document));
            figures.all().add(System.nanoTime() - began);
            if (!result.proof().holds()) {
                throw new IllegalStateException("the proof of the benchmark's own document does not hold");
            }
        }
        return figures;
    }
}
