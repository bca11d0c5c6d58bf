package io.capitune.bench.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Http;

/**
 * How long the steps of a job take, from the workers' own metrics.
 *
 * @param seconds summed up by step
 * @param counts how often each step was done
 */
record WorkerSteps(Map<String, Double> seconds, Map<String, Double> counts) {

    private static final List<String> ORDER =
            List.of("compose", "render", "print", "finish", "prove", "store", "complete");
    private static final Pattern LINE =
            Pattern.compile("capitune_worker_step_seconds_(sum|count)\\{.*?step=\"(\\w+)\".*?} (\\S+)");

    static WorkerSteps read(List<String> workers) {
        var http = new Http();
        var seconds = new TreeMap<String, Double>();
        var counts = new TreeMap<String, Double>();
        for (var worker : workers) {
            LINE.matcher(Metrics.read(http, worker).text())
                    .results()
                    .forEach(found -> (found.group(1).equals("sum") ? seconds : counts)
                            .merge(found.group(2), Double.valueOf(found.group(3)), Double::sum));
        }
        return new WorkerSteps(seconds, counts);
    }

    WorkerSteps since(WorkerSteps before) {
        return new WorkerSteps(minus(seconds, before.seconds), minus(counts, before.counts));
    }

    /** The mean of each step, waiting for a lane included. */
    void tell(Report report) {
        for (var step : ORDER) {
            var count = counts.getOrDefault(step, 0.0);
            if (count > 0) {
                report.figure("  mean of step " + step, 1000 * seconds.getOrDefault(step, 0.0) / count, "ms", null);
            }
        }
    }

    private static Map<String, Double> minus(Map<String, Double> now, Map<String, Double> before) {
        var left = new TreeMap<String, Double>();
        now.forEach((step, value) -> left.put(step, value - before.getOrDefault(step, 0.0)));
        return left;
    }
}
