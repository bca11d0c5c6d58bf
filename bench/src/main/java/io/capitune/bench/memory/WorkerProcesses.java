package io.capitune.bench.memory;

import java.util.List;
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
