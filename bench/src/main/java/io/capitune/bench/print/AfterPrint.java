package io.capitune.bench.print;

import java.io.IOException;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;
import io.capitune.worker.prove.Prover;

/** What a job does with a PDF once it is printed, in the same process and on the same document. */
final class AfterPrint {

    private static final int WARM_UP = 300;
    private static final int PRINTS = 300;

    private final Prover prover = new Prover();
    private final Contender ours;
    private final Stand stand;
    private final Report report;

    AfterPrint(Contender ours, Stand stand) {
        this.ours = ours;
        this.stand = stand;
        this.report = stand.report();
    }

    /** Reports what each step adds to the print of a document. */
    void run(String html, Example example) throws IOException {
        var document = example.composed();
        var prove = new Samples();
        try (var press = ours.presses().get()) {
            for (var i = 0; i < stand.effort().of(WARM_UP) + stand.effort().of(PRINTS); i++) {
                var pdf = press.print(html);
                var samples = i < stand.effort().of(WARM_UP) ? new Samples() : prove;
                var result = samples.time(() -> prover.prove(pdf, document));
                if (!result.proof().holds()) {
                    throw new IllegalStateException("the proof of the benchmark's own document does not hold");
                }
            }
        }
        report.times("  added by the proof", prove);
    }
}
