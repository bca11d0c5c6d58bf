package io.capitune.bench.job;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.capitune.bench.report.Report;

/**
 * Processor time that each part of the system has used so far: what one job costs, whoever else uses the machine.
 *
 * @param seconds by process; the browsers and their drivers are the worker's children and count on their own
 */
record CpuTimes(Map<String, Double> seconds) {

    static CpuTimes read(Map<String, Long> processes) {
        var seconds = new TreeMap<String, Double>();
        processes.forEach((name, pid) -> ProcessHandle.of(pid).ifPresent(process -> {
            seconds.merge(name, of(Stream.of(process)), Double::sum);
            if (name.startsWith("pdf-worker")) {
                seconds.merge(name + " browsers", of(process.descendants()), Double::sum);
            }
        }));
        return new CpuTimes(seconds);
    }

    /** Reports what was used since {@code before}, spread over the jobs. */
    void tell(CpuTimes before, int jobs, Report report) {
        var all = 0.0;
        for (var process : seconds.keySet()) {
            var used = 1000 * (seconds.get(process) - before.seconds.getOrDefault(process, 0.0)) / jobs;
            all += used;
            report.figure("  processor time a job, " + process, used, "ms", null);
        }
        report.figure("  processor time a job, all", all, "ms", null);
    }

    private static double of(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }
}
