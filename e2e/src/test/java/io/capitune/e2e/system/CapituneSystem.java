package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;

/**
 * A whole system, started by the command that its users start it with, in a data folder and on ports of its own. All tests
 * share one ({@link #get}) but those that ruin theirs. The data of the last run is removed when the next begins, so that its
 * logs can be read after a failure.
 */
public final class CapituneSystem {

    /** How many workers one has. */
    public static final int WORKERS = 2;

    private static final Path SHARED = root().resolve("e2e/target/system");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPS_WITHIN = Duration.ofMinutes(2);

    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            // All tests come from one address.
            Map.entry("CAPITUNE_RATE_AVERAGE", "100000"),
            Map.entry("CAPITUNE_RATE_BURST", "100000"),
            Map.entry("CAPITUNE_AUTH_SIGN_IN_MAILS_PER_SOURCE", "100000"),
            Map.entry("CAPITUNE_AUTH_SIGN_IN_CODE_TRIES_PER_SOURCE", "100000"),
            Map.entry("CAPITUNE_AUTH_PASSWORD_TRIES_PER_SOURCE", "100000"),
            Map.entry("CAPITUNE_AUTH_PASSWORD_REGISTRATIONS_PER_SOURCE", "100000"),
            // Somebody waits for the receipt of a deletion.
            Map.entry("CAPITUNE_RIGHTS_EVERY", "1s"),
            // A job that cannot succeed gives up in a second or two, and a dead worker's job comes back as soon.
            Map.entry("CAPITUNE_WORKER_BACKOFF", "200ms"),
            Map.entry("CAPITUNE_WORKER_OUTAGE_ATTEMPTS", "4"),
            Map.entry("CAPITUNE_WORKER_OUTAGE_PATIENCE", "0s"),
            Map.entry("CAPITUNE_WORKER_LEASE", "6s"),
            Map.entry("CAPITUNE_WORKER_RENEWAL", "2s"),
            Map.entry("CAPITUNE_WORKER_RECOVERY", "300ms"),
            // So does the mail of a claim whose answer MongoDB did not live to give.
            Map.entry("CAPITUNE_MAIL_LEASE", "8s"),
            // A signing key is published for seconds instead of minutes before it signs, and asked for as much sooner.
            Map.entry("CAPITUNE_AUTH_KEYS_PUBLISHED_BEFORE", "4s"),
            Map.entry("CAPITUNE_AUTH_KEYS_REREAD", "500ms"),
            Map.entry("QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "2S"));

    private static CapituneSystem shared;
    private static Throwable failure;

    private final Path data;
    private final Command command;
    private final URI gateway;

    private CapituneSystem(Path data, Command command) {
        this.data = data;
        this.command = command;
        this.gateway = URI.create(command.status().get("gateway").asText());
    }

    /** The running system that tests share; the first call starts it. */
    public static synchronized CapituneSystem get() {
        if (failure != null) {
            throw new AssertionError("the system did not start", failure);
        }
        if (shared == null) {
            try {
                shared = start(SHARED, Map.of());
            } catch (RuntimeException | Error e) {
                failure = e;
                throw e;
            }
        }
        return shared;
    }

    /** Stops the one that tests share; nothing happens where it does not run. */
    public static synchronized void stop() {
        if (shared != null) {
            shared.down();
            shared = null;
        }
    }

    /** Starts one more, with settings in place of, or beside, those of the shared one; who starts it stops it. */
    public static CapituneSystem start(Path data, Map<String, String> settings) {
        var all = new HashMap<>(ENVIRONMENT);
        all.putAll(OtherProvider.settings());
        all.putAll(settings);
        var command = new Command(data, all);
        if (Files.exists(data)) {
            command.run(STOPS_WITHIN, "down");
            delete(data);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> command.run(STOPS_WITHIN, "down")));
        command.run(STARTS_WITHIN, "up", "-d", "--workers", Integer.toString(WORKERS));
        return new CapituneSystem(data, command);
    }

    /** Stops it. */
    public void down() {
        command.run(STOPS_WITHIN, "down");
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
        return process(command.status().get("services").get(name));
    }

    public List<Process> workers() {
        return StreamSupport.stream(command.status().get("workers").spliterator(), false)
                .map(CapituneSystem::process)
                .toList();
    }

    /**
     * Does something while nothing that ends is started again; afterwards the supervisor goes on, and all is waited for until
     * it is ready again.
     */
    public void whileNobodyHeals(Runnable act) {
        var supervisor =
                new Process("supervisor", 0, command.status().get("supervisor").asLong(), true);
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
        awaitHealed(Duration.ofSeconds(60));
    }

    /** The same, with as long as it may take. */
    public void awaitHealed(Duration limit) {
        Awaitility.await("every process is ready again")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> command.status().get("ready").asBoolean());
    }

    /** An operator's act, such as {@code admin("plan", email, "pro")}. */
    public void admin(String... arguments) {
        var words = new ArrayList<>(List.of("admin"));
        words.addAll(List.of(arguments));
        command.run(Duration.ofSeconds(30), words.toArray(String[]::new));
    }

    /** The files that were printed and not deleted since. */
    public Set<Path> printed() {
        var printed = new HashSet<Path>();
        try {
            Files.walkFileTree(data.resolve("pdfs"), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".pdf")) {
                        printed.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** It was renamed or deleted meanwhile. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return printed;
    }

    /** The file of a job that is done. */
    public Path fileOf(String job) {
        try (var client = MongoClients.create(status().get("mongodbUri").asText())) {
            var document = client.getDatabase("capitune")
                    .getCollection("cv_jobs")
                    .find(Filters.eq(job))
                    .first();
            var name = document.getEmbedded(List.of("pdf", "blob"), String.class);
            return printed().stream()
                    .filter(file -> file.endsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What it says of itself, as {@code status --json}. */
    public JsonNode status() {
        return command.status();
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** The project's folder. */
    public static Path root() {
        return Path.of(System.getProperty("capitune.root")).toAbsolutePath();
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
