package io.capitune.bench.print;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Stand;
import io.capitune.worker.print.FontBundle;
import io.capitune.worker.print.Printer;

/** Everybody who prints here: all with the same fonts, those with Chromium with the same one. */
final class Contenders implements AutoCloseable {

    private static final int GOTENBERG_CLIENTS = 6;

    private final List<Contender> all = new ArrayList<>();
    private final Contender bare;
    private final Contender ours;
    private final Optional<Contender> gotenberg;
    private final Printer printer;

    /** @param lanes how many of ours, and as many bare tabs, print at the same time where the rate is measured */
    Contenders(Stand stand, FontBundle fonts, int lanes) {
        var fontconfig = fonts.configuration();
        printer = Printer.standalone(new Lanes(stand.chromium(), lanes), fonts);
        while (printer.readyLanes() < lanes) {
            Candidate.pause(10);
        }
        bare = new Contender(
                "bare warm tab", Contender.FAST_TURN, lanes, () -> new BareTab(stand.chromium(), fontconfig));
        // One client more than lanes, so that an order always waits, as in a busy worker.
        ours = new Contender("our print", Contender.FAST_TURN, lanes + 1, () -> printer::print);
        all.add(bare);
        all.add(ours);
        weasyPrint(stand.target().file("bench/weasyprint/press.py"), fontconfig, lanes, stand.report())
                .ifPresent(all::add);
        gotenberg = gotenberg(stand.report());
        gotenberg.ifPresent(all::add);
    }

    private static Optional<Contender> weasyPrint(Path script, Path fontconfig, int lanes, Report report) {
        var packages = System.getenv("CAPITUNE_WEASYPRINT");
        if (packages == null || packages.isEmpty()) {
            report.note("WeasyPrint is not there and is left out; the command said why.");
            return Optional.empty();
        }
        return Optional.of(new Contender(
                "WeasyPrint", Contender.SLOW_TURN, lanes, () -> new WeasyPress(script, Path.of(packages), fontconfig)));
    }

    private static Optional<Contender> gotenberg(Report report) {
        var url = System.getenv("GOTENBERG_URL");
        if (url == null || url.isEmpty()) {
            report.note("GOTENBERG_URL is not set, so that no Gotenberg is measured.");
            return Optional.empty();
        }
        return Optional.of(
                new Contender("Gotenberg", Contender.SLOW_TURN, GOTENBERG_CLIENTS, () -> new GotenbergPress(url)));
    }

    List<Contender> all() {
        return all;
    }

    Contender bare() {
        return bare;
    }

    Contender ours() {
        return ours;
    }

    /** Where one was named by {@code GOTENBERG_URL}. */
    Optional<Contender> gotenberg() {
        return gotenberg;
    }

    @Override
    public void close() {
        printer.stop();
    }
}
