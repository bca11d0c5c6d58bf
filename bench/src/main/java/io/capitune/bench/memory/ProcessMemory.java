package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Memory and command lines of processes, from {@code /proc}. A process that has ended holds nothing. */
final class ProcessMemory {

    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
    private static final int HEXADECIMAL = 16;
    private static final Pattern MAPPING = Pattern.compile("^(\\p{XDigit}+)-\\p{XDigit}+ ");

    private ProcessMemory() {}

    /** The process and all that it started, directly or not. */
    static List<ProcessHandle> tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    /** What is resident of one process, in MiB. */
    static double resident(long pid) {
        return field(pid, "status", "VmRSS:");
    }

    /**
     * What is resident of processes that share pages, in MiB, each shared page once (PSS); where the system does not tell that,
     * what is resident of each.
     */
    static double together(List<ProcessHandle> processes) {
        return processes.stream()
                .mapToDouble(process -> {
                    var shared = field(process.pid(), "smaps_rollup", "Pss:");
                    return shared > 0 ? shared : resident(process.pid());
                })
                .sum();
    }

    /**
     * What processes hold of their own, in MiB: what is resident of them and stands in no file, shared pages once. Of a file,
     * such as the browser's program, each holds the less, the more others use it. Where the system does not tell that,
     * {@link #together}.
     */
    static double own(List<ProcessHandle> processes) {
        var own = processes.stream()
                .mapToDouble(process -> field(process.pid(), "smaps_rollup", "Pss_Anon:")
                        + field(process.pid(), "smaps_rollup", "Pss_Shmem:"))
                .sum();
        return own > 0 ? own : together(processes);
    }

    /** What is resident of one process outside of a stretch of addresses, in MiB. */
    static double residentOutside(long pid, long from, long to) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", "" + pid, "smaps"), StandardCharsets.ISO_8859_1)) {
            return residentOutside(lines, from, to);
        }
    }

    /** The same, from the lines of {@code smaps}. */
    static double residentOutside(Stream<String> smaps, long from, long to) {
        var kibibytes = 0L;
        var counts = true;
        for (var line : (Iterable<String>) smaps::iterator) {
            var mapping = MAPPING.matcher(line);
            if (mapping.find()) {
                var start = Long.parseUnsignedLong(mapping.group(1), HEXADECIMAL);
                counts = start < from || start >= to;
            } else if (counts && line.startsWith("Rss:")) {
                kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kibibytes / KIBIBYTES_PER_MEBIBYTE;
    }

    /** The command line, its words separated by spaces; empty where there is none to be read. */
    static String command(ProcessHandle process) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", "" + process.pid(), "cmdline"));
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private static double field(long pid, String file, String name) {
        try (var lines = Files.lines(Path.of("/proc", "" + pid, file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_PER_MEBIBYTE)
                    .orElse(0.0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
