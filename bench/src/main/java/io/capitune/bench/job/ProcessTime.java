package io.capitune.bench.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What a process has used of the processors: {@code /proc/PID/stat}, utime and stime (proc_pid_stat(5)). */
final class ProcessTime {

    private static final double TICKS_PER_SECOND = 100;

    private ProcessTime() {}

    /** In seconds; empty where the process is gone. */
    static OptionalDouble seconds(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // After the name, which may hold anything, the third field comes first.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return OptionalDouble.of((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND);
        } catch (IOException gone) {
            return OptionalDouble.empty();
        }
    }
}
