package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One more process like one that runs, but where told otherwise. The supervisor knows nothing of it. How the other was started is read from
 * {@code /proc}, so Linux only.
 */
final class Twin {

    private Twin() {}

    /**
     * Starts it; its log is beside those of the system.
     *
     * @param word what becomes of each word of the other's command
     * @param settings variables beside the other's, or in place of them
     */
    static java.lang.Process start(
            CapituneSystem system,
            Process running,
            String name,
            UnaryOperator<String> word,
            Map<String, String> settings) {
        try {
            var command = read(running, "cmdline").map(word).toList();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            system.data().resolve("logs").resolve(name + ".log").toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(running));
            builder.environment().putAll(settings);
            builder.environment().put("CAPITUNE_PROCESS", system.data() + ":" + name);
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(Process running) throws IOException {
        return read(running, "environ")
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Stream<String> read(Process running, String file) throws IOException {
        var text = Files.readString(Path.of("/proc", Long.toString(running.pid()), file), StandardCharsets.UTF_8);
        return Stream.of(text.split("\0"));
    }
}
