package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.capitune.platform.testing.FreePort;
import org.awaitility.Awaitility;

/**
 * One more process of a service, with the settings, secrets and database of the one that runs, but where told otherwise. The
 * supervisor knows nothing of it. How to start it is read from {@code /proc}, so Linux only.
 */
final class Replica {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final java.lang.Process process;
    private final int port;

    private Replica(java.lang.Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts one and waits until it is ready; its log is beside those of the system. */
    static Replica start(CapituneSystem system, String service, int number, Map<String, String> settings) {
        var name = service + "-replica-" + number;
        var running = system.process(service);
        var port = FreePort.find();
        try {
            var temporary =
                    Files.createDirectories(system.data().resolve("run/tmp").resolve(name));
            var builder = new ProcessBuilder(command(running.pid(), name, temporary))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            system.data().resolve("logs").resolve(name + ".log").toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(running.pid()));
            builder.environment().putAll(settings);
            builder.environment()
                    .putAll(Map.of(
                            "QUARKUS_HTTP_PORT",
                            Integer.toString(port),
                            ownAddress(service),
                            "http://127.0.0.1:" + port,
                            "CAPITUNE_PROCESS",
                            system.data() + ":" + name));
            var replica = new Replica(builder.start(), port);
            replica.awaitReady(name);
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ownAddress(String service) {
        var name = service.replaceFirst("-service$", "").replace('-', '_');
        return "CAPITUNE_" + name.toUpperCase(Locale.ROOT) + "_URL";
    }

    private static List<String> command(long pid, String name, Path temporary) throws IOException {
        return read(pid, "cmdline")
                .map(word -> word.replaceFirst("^-Dcapitune\\.process=.*", "-Dcapitune.process=" + name))
                .map(word -> word.replaceFirst("^-Djava\\.io\\.tmpdir=.*", "-Djava.io.tmpdir=" + temporary))
                .toList();
    }

    private static Map<String, String> environment(long pid) throws IOException {
        return read(pid, "environ")
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Stream<String> read(long pid, String file) throws IOException {
        var text = Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.UTF_8);
        return Stream.of(text.split("\0"));
    }

    private void awaitReady(String name) {
        Awaitility.await(name + " is ready")
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> new Visitor()
                                .send("GET", at("/q/health/ready"), BodyPublishers.noBody())
                                .status()
                        == 200);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    void stop() {
        process.destroyForcibly();
    }
}
