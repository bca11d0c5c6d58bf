package io.capitune.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.capitune.bench.gateway.GatewayBench;
import io.capitune.bench.job.IdleJobBench;
import io.capitune.bench.job.JobRateBench;
import io.capitune.bench.print.PrintBench;
import io.capitune.bench.print.PrintRateBench;
import io.capitune.bench.report.Machine;
import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Http;
import io.capitune.bench.target.Target;
import io.capitune.worker.print.FontBundle;

/**
 * The benchmarks, started by {@code ./capitune bench}, which starts a system for them first. Arguments: {@code print},
 * {@code jobs}, {@code gateway}; none or {@code all} means all of them.
 */
public final class Bench {

    private static final Set<String> NAMES = Set.of("print", "jobs", "gateway", "all");
    private static final int PEOPLE = 10;

    private final Report report = new Report(System.out);
    private final Http http = new Http();
    private final Target target;
    private final Path chromium;

    private Bench(Target target, Path chromium) {
        this.target = target;
        this.chromium = chromium;
    }

    public static void main(String[] arguments) throws Exception {
        var names = arguments.length == 0 ? List.of("all") : Arrays.asList(arguments);
        if (!NAMES.containsAll(names)) {
            System.err.println("There are the benchmarks print, jobs, gateway and all.");
            System.exit(2);
        }
        var environment = System.getenv();
        var target = new Target(Path.of("").toAbsolutePath(), Path.of(environment.get("CAPITUNE_DATA")));
        new Bench(target, Path.of(environment.get("CAPITUNE_CHROMIUM"))).run(names);
        System.exit(0);
    }

    private void run(List<String> names) throws Exception {
        var machine = Machine.here(chromium);
        report.note(machine.line());
        var everything = names.contains("all");
        var people = IntStream.range(0, everything || names.contains("jobs") ? PEOPLE : 1)
                .mapToObj(this::person)
                .toList();
        var barePrint = Double.NaN;
        if (everything || names.contains("print")) {
            barePrint = print(people.getFirst());
        }
        if (everything || names.contains("jobs")) {
            var example = Example.onePage(target);
            new IdleJobBench(target, people.getFirst(), example, report).run(barePrint);
            new JobRateBench(target, people, example, report).run();
        }
        if (everything || names.contains("gateway")) {
            new GatewayBench(target, http, people.getFirst(), report).run();
        }
        report.write(target.file("bench/target/results.json"), machine);
    }

    private double print(Candidate person) throws InterruptedException {
        var fonts = new FontBundle();
        var onePage = Example.onePage(target).html(target, http, person);
        var twoPages = Example.twoPages(target).html(target, http, person);
        var barePrint = new PrintBench(chromium, fonts, report).run(onePage, twoPages);
        new PrintRateBench(chromium, fonts, report).run(onePage);
        return barePrint;
    }

    private Candidate person(int number) {
        return Candidate.signIn(http, target.gateway(), "bench-%d-%d@example.org".formatted(System.nanoTime(), number));
    }
}
