package io.capitune.bench.memory;

import java.util.Map;
import java.util.TreeMap;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Stand;

/** The whole system with nothing to do: how soon it is ready, and what it holds. */
public final class IdleBench {

    private static final long SETTLE_MILLIS = 10_000;
    private static final double MOST_SECONDS = 30;
    private static final double MOST_MEBIBYTES = 2560;

    private IdleBench() {}

    /** Reports the seconds from {@code up} to ready, built before, and the memory ten seconds later. */
    public static void run(Stand stand) throws Exception {
        var report = stand.report();
        report.chapter("The whole system, idle");
        stand.target().stop();
        var began = System.nanoTime();
        stand.target().start(Map.of());
        var seconds = (System.nanoTime() - began) / 1e9;
        report.figure(
                "up -> every service ready", seconds, "s", new Report.Goal("at most 30 s", seconds <= MOST_SECONDS));
        Candidate.pause(SETTLE_MILLIS);
        var all = 0.0;
        for (var process : new TreeMap<>(stand.target().processes()).entrySet()) {
            var held = ProcessMemory.together(ProcessMemory.tree(process.getValue()));
            report.figure("  resident, " + process.getKey(), held, "MiB", null);
            all += held;
        }
        report.figure("resident, all (PSS)", all, "MiB", new Report.Goal("at most 2.5 GiB", all <= MOST_MEBIBYTES));
    }
}
