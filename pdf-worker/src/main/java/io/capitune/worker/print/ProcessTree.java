package io.capitune.worker.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of one tab: driver, browser and what they start. They are remembered while their parents live, since what a
 * killed driver leaves behind is nobody's child any more.
 */
final class ProcessTree {

    // Linux counts memory in pages of this size on every machine that Chromium runs on.
    private static final long PAGE_BYTES = 4096;

    private static final Duration LAST_BREATH = Duration.ofSeconds(2);

    private final Set<ProcessHandle> others;
    private final Set<ProcessHandle> members = ConcurrentHashMap.newKeySet();
    private volatile List<ProcessHandle> pillars = List.of();
    private volatile boolean complete;

    private ProcessTree(Set<ProcessHandle> others) {
        this.others = others;
    }

    /** The tree whose first process is started next; only one may be begun at a time. */
    static ProcessTree begin() {
        return new ProcessTree(ProcessHandle.current().children().collect(Collectors.toSet()));
    }

    /** All is started: from now on the children of this process belong to other trees. */
    void complete() {
        remember();
        var drivers = started().toList();
        pillars = Stream.concat(drivers.stream(), drivers.stream().flatMap(ProcessHandle::children))
                .toList();
        complete = true;
    }

    /** Whether driver and browser live; what the browser starts comes and goes. */
    boolean stands() {
        return pillars.stream().allMatch(ProcessHandle::isAlive);
    }

    /** Ends all of them at once, from any thread. */
    void kill() {
        remember();
        members.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends all of them and waits until they are gone, two seconds at most. */
    void end() {
        kill();
        var gone = members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(gone)
                .completeOnTimeout(null, LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Memory that they hold and share with nobody, in bytes; 0 where the system does not tell. */
    long privateBytes() {
        remember();
        return members.stream().mapToLong(ProcessTree::privateBytes).sum();
    }

    private void remember() {
        if (!complete) {
            started().forEach(members::add);
        }
        members.removeIf(member -> !member.isAlive());
        // Looking for descendants reads the whole process table, so it is done from the tops of the tree only.
        var tops = pillars.isEmpty() ? Set.copyOf(members) : pillars;
        tops.forEach(top -> top.descendants().forEach(members::add));
    }

    private Stream<ProcessHandle> started() {
        return ProcessHandle.current().children().filter(child -> !others.contains(child));
    }

    private static long privateBytes(ProcessHandle process) {
        return statm(process)
                .map(fields -> (Long.parseLong(fields[1]) - Long.parseLong(fields[2])) * PAGE_BYTES)
                .orElse(0L);
    }

    /** See proc_pid_statm(5): size, resident, shared … in pages. */
    private static Optional<String[]> statm(ProcessHandle process) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"));
            return Optional.of(line.split(" ")).filter(fields -> fields.length > 2);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
