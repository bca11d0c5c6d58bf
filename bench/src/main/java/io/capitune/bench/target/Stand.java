package io.capitune.bench.target;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.capitune.bench.report.Report;

/** What every benchmark works with. */
public record Stand(Target target, Http http, Path chromium, Report report, Effort effort) {

    /** Somebody new, signed in. */
    public Candidate person() {
        return people(1).getFirst();
    }

    /** So many people, signed in. */
    public List<Candidate> people(int count) {
        var stamp = System.nanoTime();
        return IntStream.range(0, count)
                .mapToObj(i -> Candidate.signIn(http, target.gateway(), "bench-%d-%d@example.org".formatted(stamp, i)))
                .toList();
    }

    /** A file of results. */
    public Path output(String name) {
        return target.file("bench/target").resolve(name);
    }
}
