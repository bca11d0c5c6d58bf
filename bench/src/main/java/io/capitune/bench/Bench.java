package io.capitune.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import io.capitune.bench.report.Machine;
import io.capitune.bench.report.Report;
import io.capitune.bench.target.Effort;
import io.capitune.bench.target.Http;
import io.capitune.bench.target.Stand;
import io.capitune.bench.target.Target;

/**
 * Runs benchmarks, started by {@code ./capitune bench}, which starts a system for them first. Arguments: names of {@link
 * Benchmark}, and a number after {@code soak}; none or {@code all} means those that run by default.
 */
public final class Bench {

    private static final String ALL = "all";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var numbers = Arrays.stream(arguments).filter(Bench::isNumber).toList();
        var names = Arrays.stream(arguments).filter(name -> !isNumber(name)).toList();
        var wanted = wanted(names);
        if (wanted.isEmpty() || numbers.size() > 1 || (!numbers.isEmpty() && !wanted.contains(Benchmark.SOAK))) {
            System.err.println(usage());
            System.exit(2);
        }
        var environment = System.getenv();
        var jobs = numbers.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(numbers.getFirst()));
        var quick = environment.getOrDefault("CAPITUNE_BENCH_QUICK", "").equals("1");
        var stand = new Stand(
                new Target(Path.of("").toAbsolutePath(), Path.of(environment.get("CAPITUNE_DATA"))),
                new Http(),
                Path.of(environment.get("CAPITUNE_CHROMIUM")),
                new Report(System.out),
                new Effort(quick, jobs));
        run(wanted, stand);
        // What a library left running must not keep the command from ending.
        System.exit(0);
    }

    private static void run(Set<Benchmark> wanted, Stand stand) throws Exception {
        var machine = Machine.here(stand.chromium());
        stand.report().note(machine.line());
        if (stand.effort().quick()) {
            stand.report()
                    .note("CAPITUNE_BENCH_QUICK=1: a tenth of the work. This tries the benchmark, not the system.");
        }
        try {
            for (var benchmark : wanted) {
                benchmark.run(stand);
            }
        } finally {
            write(stand, machine);
        }
    }

    private static void write(Stand stand, Machine machine) throws IOException {
        stand.report().write(stand.output("results.json"), machine);
    }

    private static Set<Benchmark> wanted(List<String> names) {
        var wanted = new LinkedHashSet<Benchmark>();
        for (var name : names.isEmpty() ? List.of(ALL) : names) {
            var found = Benchmark.called(name);
            if (found.isEmpty() && !name.equals(ALL)) {
                return Set.of();
            }
            found.ifPresentOrElse(wanted::add, () -> wanted.addAll(Benchmark.byDefault()));
        }
        return wanted;
    }

    private static boolean isNumber(String argument) {
        return argument.matches("[1-9]\\d{0,6}");
    }

    private static String usage() {
        var text = new StringBuilder("There are these benchmarks; without a name, or with all, those marked * run.\n");
        for (var benchmark : Benchmark.values()) {
            var mark = Benchmark.byDefault().contains(benchmark) ? "*" : " ";
            text.append("  %s %-8s %s%n".formatted(mark, benchmark.word(), benchmark.about()));
        }
        return text.toString();
    }
}
