package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.capitune.platform.testing.FreePort;
import org.awaitility.Awaitility;

/** One more process of a service, with the settings, secrets and database of the one that runs, but where told otherwise. */
public final class Replica {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final java.lang.Process process;
    private final int port;

    private Replica(java.lang.Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it is ready. */
    static Replica start(CapituneSystem system, String service, int number, Map<String, String> settings) {
        return start(system, system.process(service), number, settings);
    }

    /** One more worker beside those of the system. */
    public static Replica ofWorker(CapituneSystem system, int number) {
        return start(system, system.workers().getFirst(), number, Map.of());
    }

    private static Replica start(CapituneSystem system, Process running, int number, Map<String, String> settings) {
        var service = running.name();
        var name = service + "-replica-" + number;
        var port = FreePort.find();
        var temporary = made(system.data().resolve("run/tmp").resolve(name));
        var all = new HashMap<>(settings);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put(ownAddress(service), "http://127.0.0.1:" + port);
        var process = Twin.start(
                system,
                running,
                name,
                word -> word.replaceFirst("^-Dcapitune\\.process=.*", "-Dcapitune.process=" + name)
                        .replaceFirst("^-Djava\\.io\\.tmpdir=.*", "-Djava.io.tmpdir=" + temporary),
                all);
        var replica = new Replica(process, port);
        replica.awaitReady(name);
        return replica;
    }

    /** The variable that tells where a service is. */
    static String ownAddress(String service) {
        var name = service.replaceFirst("-service$", "").replace('-', '_');
        return "CAPITUNE_" + name.toUpperCase(Locale.ROOT) + "_URL";
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Asks it to end, by SIGTERM, and waits for that; gives its exit code. */
    public int terminate(Duration limit) {
        process.destroy();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still there after " + limit);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends it as a crash would. */
    public void stop() {
        process.destroyForcibly();
    }
}
