package io.capitune.bench.memory;

import java.util.List;
import java.util.function.Predicate;

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

    /** How many browsers there are. */
    long browserCount() {
        return count(command -> isChromium(command) && !command.contains("--type="));
    }

    /** How many processes there are that show documents: one per tab. */
    long tabCount() {
        return count(command -> isChromium(command) && command.contains("--type=renderer"));
    }

    private long count(Predicate<String> matches) {
        return all.stream().skip(1).map(ProcessMemory::command).filter(matches).count();
    }

    private static boolean isChromium(String command) {
        return command.contains("--remote-debugging-p") || command.contains("--type=");
    }
}
