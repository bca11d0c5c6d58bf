package io.capitune.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the figures come from.
 *
 * @param load the load average of the last minute when the run began: well below the number of cores on a quiet machine
 */
public record Machine(int cores, String cpu, String memory, String system, String jdk, String chromium, String load) {

    /** This machine, with the browser at that path. */
    public static Machine here(Path chromium) throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/cpuinfo"), "model name"),
                gibibytes(field(Path.of("/proc/meminfo"), "MemTotal")),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                versionOf(chromium),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** One line for people. */
    public String line() {
        return "%d cores (%s), %s, %s, JDK %s, %s, load %s before the run"
                .formatted(cores, cpu, memory, system, jdk.strip(), chromium, load);
    }

    private static String field(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static String gibibytes(String kibibytes) {
        var number = kibibytes.replaceAll("[^0-9]", "");
        return number.isEmpty()
                ? kibibytes
                : String.format(Locale.ROOT, "%.1f GiB", Long.parseLong(number) / 1048576.0);
    }

    private static String versionOf(Path chromium) throws IOException {
        var process = new ProcessBuilder(chromium.toString(), "--version").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
