package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;

/**
 * The whole system, started once for all tests by the command that its users start it with, in a data folder and on ports of its
 * own. The data of the last run is removed when the next begins, so that its logs can be read after a failure.
 */
public final class CapituneSystem {

    private static final Path ROOT =
            Path.of(System.getProperty("capitune.root")).toAbsolutePath();
    private static final Path DATA = ROOT.resolve("e2e/target/system");
    private static final int WORKERS = 2;
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    /** What a developer configured must not reach the tests: they would write to real accounts. */
    private static final List<String> OUTSIDE = List.of(
            "CAPITUNE_OPENAI_",
            "CAPITUNE_RESEND_",
            "CAPITUNE_SMTP_",
            "CAPITUNE_MAIL_",
            "CAPITUNE_PUBLIC_URL",
            "CAPITUNE_LOCAL",
            "CAPITUNE_HTTP_",
            "MONGODB_",
            "QUARKUS_");

    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("CAPITUNE_DATA", DATA.toString()),
            Map.entry("CAPITUNE_PORTS", "auto"),
            Map.entry("CAPITUNE_NO_BUILD", "1"),
            Map.entry("CAPITUNE_ENV_FILE", ""),
            // All tests come from one address.
            Map.entry("CAPITUNE_RATE_AVERAGE", "100000"),
            Map.entry("CAPITUNE_RATE_BURST", "100000"),
            Map.entry("CAPITUNE_AUTH_SIGN_IN_MAILS_PER_SOURCE", "100000"),
            // A job that cannot succeed gives up in a second or two, and a dead worker's job comes back as soon.
            Map.entry("CAPITUNE_WORKER_BACKOFF", "200ms"),
            Map.entry("CAPITUNE_WORKER_OUTAGE_ATTEMPTS", "4"),
            Map.entry("CAPITUNE_WORKER_LEASE", "6s"),
            Map.entry("CAPITUNE_WORKER_RENEWAL", "2s"),
            Map.entry("CAPITUNE_WORKER_RECOVERY", "300ms"));

    private static CapituneSystem system;
    private static Throwable failure;

    private final URI gateway;

    private CapituneSystem(URI gateway) {
        this.gateway = gateway;
    }

    /** The running system; the first call starts it. */
    public static synchronized CapituneSystem get() {
        if (failure != null) {
            throw new AssertionError("the system did not start", failure);
        }
        if (system == null) {
            try {
                system = start();
            } catch (RuntimeException | Error e) {
                failure = e;
                throw e;
            }
        }
        return system;
    }

    /** Stops it; nothing happens where it was never started. */
    static synchronized void stop() {
        if (system != null || failure != null) {
            run(Duration.ofMinutes(2), "down");
            system = null;
        }
    }

    private static CapituneSystem start() {
        if (Files.exists(DATA)) {
            run(Duration.ofMinutes(2), "down");
            delete(DATA);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(CapituneSystem::stop));
        run(STARTS_WITHIN, "up", "-d", "--workers", Integer.toString(WORKERS));
        return new CapituneSystem(URI.create(status().get("gateway").asText()));
    }

    /** The gateway's address, without a slash at the end. */
    public URI gateway() {
        return gateway;
    }

    public URI at(String path) {
        return URI.create(gateway + path);
    }

    /** A process by its name, such as {@code auth-service}, {@code mongod} or {@code gateway}. */
    public Process process(String name) {
        return process(status().get("services").get(name));
    }

    public List<Process> workers() {
        return StreamSupport.stream(status().get("workers").spliterator(), false)
                .map(CapituneSystem::process)
                .toList();
    }

    /**
     * Does something while nothing that ends is started again; afterwards the supervisor goes on, and all is waited for until
     * it is ready again.
     */
    public void whileNobodyHeals(Runnable act) {
        var supervisor = new Process("supervisor", 0, status().get("supervisor").asLong(), true);
        supervisor.freeze();
        try {
            act.run();
        } finally {
            supervisor.thaw();
            awaitHealed();
        }
    }

    /** Does something while no worker does anything. */
    public void whileWorkersStandStill(Runnable act) {
        var workers = workers();
        workers.forEach(Process::freeze);
        try {
            act.run();
        } finally {
            workers.forEach(Process::thaw);
        }
    }

    /** Does something while one worker, by its index, is the only one that does anything. */
    public void whileOnlyWorks(int index, Runnable act) {
        whileNobodyHeals(() -> {
            var others = new ArrayList<>(workers());
            others.remove(index);
            others.forEach(Process::freeze);
            try {
                act.run();
            } finally {
                others.forEach(Process::thaw);
            }
        });
    }

    private static Process process(JsonNode row) {
        return new Process(
                row.get("name").asText(),
                row.get("port").asInt(),
                row.get("pid").asLong(),
                row.get("ready").asBoolean());
    }

    /** Waits until every process is ready, as the supervisor sees to it by itself. */
    public void awaitHealed() {
        Awaitility.await("every process is ready again")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> status().get("ready").asBoolean());
    }

    /** An operator's act, such as {@code admin("plan", email, "pro")}. */
    public void admin(String... arguments) {
        var command = new ArrayList<>(List.of("admin"));
        command.addAll(List.of(arguments));
        run(Duration.ofSeconds(30), command.toArray(String[]::new));
    }

    /** The files that were printed and not deleted since. */
    public Set<Path> printed() {
        try (var files = Files.walk(DATA.resolve("pdfs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path root() {
        return ROOT;
    }

    private static JsonNode status() {
        return Json.read(execute(Duration.ofSeconds(30), "status", "--json").output());
    }

    private static void run(Duration limit, String... command) {
        var result = execute(limit, command);
        if (result.exitCode() != 0) {
            throw new AssertionError("./capitune " + String.join(" ", command) + " ended with " + result.exitCode()
                    + ":\n" + result.output());
        }
    }

    private record Result(int exitCode, String output) {}

    private static Result execute(Duration limit, String... command) {
        var line = new ArrayList<>(List.of(ROOT.resolve("capitune").toString()));
        line.addAll(List.of(command));
        try {
            // Into a file: what the command leaves in the background would hold a pipe open.
            var output = Files.createTempFile("capitune-", ".out");
            var builder = new ProcessBuilder(line)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> OUTSIDE.stream().anyMatch(name::startsWith));
            builder.environment().putAll(ENVIRONMENT);
            var process = builder.start();
            var ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroy();
            }
            var text = Files.readString(output);
            Files.delete(output);
            return ended
                    ? new Result(process.exitValue(), text)
                    : new Result(-1, "no end after " + limit + "\n" + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
