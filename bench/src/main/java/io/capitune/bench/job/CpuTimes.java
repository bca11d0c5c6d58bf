package io.capitune.bench.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

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
        seconds.put("benchmark", Used.by(ProcessHandle.current()).own());
        processes.forEach((name, pid) -> ProcessHandle.of(pid).ifPresent(process -> {
            seconds.merge(name, Used.by(process).own(), Double::sum);
            if (name.startsWith("pdf-worker")) {
                seconds.merge(name + " browsers", ofDescendants(process), Double::sum);
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

    /** Of those that live and of those that have ended: a browser that is replaced takes nothing out of the sum. */
    private static double ofDescendants(ProcessHandle process) {
        return Used.by(process).ended()
                + process.descendants()
                        .map(Used::by)
                        .mapToDouble(used -> used.own() + used.ended())
                        .sum();
    }

    /**
     * Seconds that a process has used itself, and that its ended children had: {@code /proc/PID/stat}, utime to cstime (proc_pid_stat(5)).
     */
    private record Used(double own, double ended) {

        private static final double TICKS_PER_SECOND = 100;

        static Used by(ProcessHandle process) {
            try {
                var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
                // After the name, which may hold anything, the third field comes first.
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return new Used(seconds(fields[11], fields[12]), seconds(fields[13], fields[14]));
            } catch (IOException gone) {
                return new Used(0, 0);
            }
        }

        private static double seconds(String user, String system) {
            return (Long.parseLong(user) + Long.parseLong(system)) / TICKS_PER_SECOND;
        }
    }
}
