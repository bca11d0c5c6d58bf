package io.capitune.worker.claim;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.worker.WorkerConfig;
import io.capitune.worker.compose.Composer;
import io.capitune.worker.pipeline.ComposeTimes;
import io.capitune.worker.print.PrintConfig;
import io.capitune.worker.print.Printer;

/**
 * How many jobs a worker holds. Composed by rules, a few per lane. While a language model composes, twice as many as its lanes can
 * print in the time that a composition takes (Little's law, and as much again because answers do not come evenly): with fewer,
 * lanes would wait for the model; more would wait here, where no other worker can have them. Nearly none while {@link Parts} that
 * all need are away.
 */
@ApplicationScoped
class Fill {

    private static final double HEADROOM = 2;

    private final Printer printer;
    private final ComposeTimes composing;
    private final Parts parts;
    private final int printing;
    private final int most;

    Fill(
            Printer printer,
            ComposeTimes composing,
            Composer composer,
            Parts parts,
            WorkerConfig config,
            PrintConfig print) {
        this.printer = printer;
        this.composing = composing;
        this.parts = parts;
        this.printing = config.inFlightPerLane() * print.laneCount();
        this.most = composer.usesModel() ? Math.max(config.inFlight(), printing) : printing;
    }

    /** The most that it ever holds. */
    int most() {
        return most;
    }

    /** How many it holds now. */
    int now() {
        return parts.bound(of(printer.perSecond(), composing.seconds(), printing, most));
    }

    static int of(double printsPerSecond, double composeSeconds, int printing, int most) {
        return (int) Math.min(most, printing + HEADROOM * printsPerSecond * composeSeconds);
    }
}
