package io.capitune.bench.job;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.capitune.bench.report.Report;

/**
 * Processor time that each part of the system uses from now on: what one job costs, whoever else uses the machine. The browsers and
 * their drivers are the worker's children and count on their own, and so does this benchmark, which submits and asks on the same
 * processors. It looks several times a second, because what a browser has used is forgotten with it when another one takes its place.
 */
final class CpuMeter implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final Map<String, Long> processes;
    private final Map<String, Map<ProcessHandle, Used>> parts = new TreeMap<>();
    private final long beganNanos = System.nanoTime();
    private final Thread looking;

    /**
     * Begins.
     *
     * @param processes ids by name; workers' names begin with {@code pdf-worker}
     */
    CpuMeter(Map<String, Long> processes) {
        this.processes = processes;
        look(true);
        this.looking = Thread.ofVirtual().start(this::keepLooking);
    }

    /** Seconds by {@code /proc}: what a process had used when it was first seen, and when it was seen last. */
    private record Used(double first, double last) {}

    /** Reports what was used until now, spread over the jobs, and how busy the processors were with it. */
    void tell(int jobs, Report report) {
        look(false);
        var offered =
                (System.nanoTime() - beganNanos) / 1e9 * Runtime.getRuntime().availableProcessors();
        var all = 0.0;
        for (var part : parts.entrySet()) {
            var used = part.getValue().values().stream()
                    .mapToDouble(each -> each.last() - each.first())
                    .sum();
            all += used;
            report.figure("  processor time a job, " + part.getKey(), 1000 * used / jobs, "ms", null);
        }
        report.figure("  processor time a job, all", 1000 * all / jobs, "ms", null);
        report.figure("  of the processors' time used by these", 100 * all / offered, "%", null);
    }

    /** Looks no more. */
    @Override
    public void close() {
        looking.interrupt();
    }

    private void keepLooking() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                look(false);
            }
        } catch (InterruptedException closed) {
            // nothing is left to do
        }
    }

    private synchronized void look(boolean isFirst) {
        see("benchmark", ProcessHandle.current(), isFirst);
        processes.forEach((name, pid) -> ProcessHandle.of(pid).ifPresent(process -> {
            see(name, process, isFirst);
            if (name.startsWith("pdf-worker")) {
                process.descendants().forEach(browser -> see(name + " browsers", browser, isFirst));
            }
        }));
    }

    /** Who was not there at first had used nothing. */
    private void see(String name, ProcessHandle process, boolean isFirst) {
        var used = ProcessTime.seconds(process);
        if (used.isPresent()) {
            parts.computeIfAbsent(name, any -> new HashMap<>())
                    .merge(
                            process,
                            new Used(isFirst ? used.getAsDouble() : 0, used.getAsDouble()),
                            (before, now) -> new Used(before.first(), now.last()));
        }
    }
}
