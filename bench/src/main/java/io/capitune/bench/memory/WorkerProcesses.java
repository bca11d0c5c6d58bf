package io.capitune.bench.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worker and the processes it started.
 *
 * @param all its own process first
 */
record WorkerProcesses(List<ProcessHandle> all) {

    static WorkerProcesses of(long pid) {
        return new WorkerProcesses(ProcessMemory.tree(pid));
    }

    /** What is resident of the worker itself, in MiB. */
    double worker() {
        return all.isEmpty() ? 0 : ProcessMemory.resident(all.getFirst().pid());
    }

    /** What is resident of its drivers and browsers together, in MiB. */
    double browsers() {
        return ProcessMemory.together(all.stream().skip(1).toList());
    }

    /**
     * What each of its lanes holds of its own, in MiB: a driver, which the worker started, with the browser that the driver
     * started. By the driver's id and start, which no other process has.
     */
    Map<String, Double> lanes() {
        var worker = all.stream().findFirst();
        return all.stream()
                .filter(process -> process.parent().equals(worker))
                .collect(Collectors.toMap(WorkerProcesses::name, WorkerProcesses::ownOfTree, Double::sum));
    }

    private static String name(ProcessHandle process) {
        return process.pid() + " since " + process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static double ownOfTree(ProcessHandle top) {
        return ProcessMemory.own(
                Stream.concat(Stream.of(top), top.descendants()).toList());
    }

    /** How many browsers there are; the script that starts one does not count beside it. */
    long browserCount() {
        var browsers = started(command -> isChromium(command) && !command.contains("--type="))
                .collect(Collectors.toSet());
        return browsers.stream()
                .filter(process -> process.parent().filter(browsers::contains).isEmpty())
                .count();
    }

    /** How many processes there are that show documents: one per tab. */
    long tabCount() {
        return started(command -> isChromium(command) && command.contains("--type=renderer"))
                .count();
    }

    private Stream<ProcessHandle> started(Predicate<String> matches) {
        return all.stream().skip(1).filter(process -> matches.test(ProcessMemory.command(process)));
    }

    private static boolean isChromium(String command) {
        return command.contains("--remote-debugging-p") || command.contains("--type=");
    }
}
