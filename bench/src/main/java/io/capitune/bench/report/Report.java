package io.capitune.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.jspecify.annotations.Nullable;

/** The figures of one run: a row is shown as soon as it is known, and all go to a file at the end. */
public final class Report {

    private final List<Row> rows = new ArrayList<>();
    private final PrintStream out;
    private String chapter = "";

    public Report(PrintStream out) {
        this.out = out;
    }

    /**
     * One figure.
     *
     * @param goal what docs/benchmarks.md promises, in words; null where nothing is promised
     * @param met whether this run shows that it was kept
     * @param verdict the same in words, which tell what was missed from what is not decided
     */
    public record Row(
            String chapter,
            String what,
            Map<String, Double> figures,
            String unit,
            @Nullable String goal,
            @Nullable Boolean met,
            @Nullable String verdict) {}

    /** What docs/benchmarks.md promises of a figure, and what this run says of that. */
    public record Goal(String words, Verdict verdict) {

        public Goal(String words, boolean met) {
            this(words, Verdict.of(met));
        }

        boolean met() {
            return verdict == Verdict.MET;
        }
    }

    /** Begins a group of figures. */
    public void chapter(String name) {
        chapter = name;
        out.printf("%n%s%n", name);
    }

    /** Says something that is no figure. */
    public void note(String text) {
        out.printf("  %s%n", text);
    }

    /** Median, 99th percentile and number of the samples. */
    public void times(String what, Samples samples) {
        times(what, samples, null);
    }

    /** The same, with the goal it is held against. */
    public void times(String what, Samples samples, @Nullable Goal goal) {
        var line = String.format(
                Locale.ROOT,
                "median %6.1f ms   p99 %6.1f ms   n %d",
                samples.median(),
                samples.percentile(99),
                samples.count());
        add(
                what,
                Map.of("median", samples.median(), "p99", samples.percentile(99), "n", (double) samples.count()),
                "ms",
                line,
                goal);
    }

    /** A single figure, with the goal it is held against. */
    public void figure(String what, double value, String unit, @Nullable Goal goal) {
        add(what, Map.of("value", value), unit, String.format(Locale.ROOT, "%6.2f %s", value, unit), goal);
    }

    private void add(String what, Map<String, Double> figures, String unit, String line, @Nullable Goal goal) {
        rows.add(
                goal == null
                        ? new Row(chapter, what, figures, unit, null, null, null)
                        : new Row(
                                chapter,
                                what,
                                figures,
                                unit,
                                goal.words(),
                                goal.met(),
                                goal.verdict().toString()));
        var verdict = goal == null ? "" : "   goal: %s: %s".formatted(goal.words(), goal.verdict());
        out.printf("  %-44s %s%s%n", what, line, verdict);
    }

    /** Writes machine and rows as JSON. */
    public void write(Path file, Machine machine) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var all = Map.of(
                "at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), "machine", machine, "rows", rows);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        out.printf("%nAll figures: %s%n", file);
    }
}
