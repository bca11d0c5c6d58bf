package io.capitune.bench.job;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.capitune.bench.report.Report;

/**
 * Processor time that each part of the system has used so far: what one job costs, whoever else uses the machine.
 *
 * @param seconds by process; the browsers and their drivers are the worker's children and count on their own, and so does this
 *     benchmark, which submits and asks on the same processors
 * @param atNanos when it was read
 */
record CpuTimes(Map<String, Double> seconds, long atNanos) {

    static CpuTimes read(Map<String, Long> processes) {
        var seconds = new TreeMap<String, Double>();
        seconds.put("benchmark", of(Stream.of(ProcessHandle.current())));
        processes.forEach((name, pid) -> ProcessHandle.of(pid).ifPresent(process -> {
            seconds.merge(name, of(Stream.of(process)), Double::sum);
            if (name.startsWith("pdf-worker")) {
                seconds.merge(name + " browsers", of(process.descendants()), Double::sum);
            }
        }));
        return new CpuTimes(seconds, System.nanoTime());
    }

    /** Reports what was used since {@code before}, spread over the jobs, and how busy the processors were with it. */
    void tell(CpuTimes before, int jobs, Report report) {
        var all = 0.0;
        for (var process : seconds.keySet()) {
            var used = seconds.get(process) - before.seconds.getOrDefault(process, 0.0);
            all += used;
            report.figure("  processor time a job, " + process, 1000 * used / jobs, "ms", null);
        }
        report.figure("  processor time a job, all", 1000 * all / jobs, "ms", null);
        var offered = (atNanos - before.atNanos) / 1e9 * Runtime.getRuntime().availableProcessors();
        report.figure("  of the processors' time used by these", 100 * all / offered, "%", null);
    }

    private static double of(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }
}
