package io.capitune.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.awaitility.Awaitility;
import org.bson.Document;

/** One real {@code mongod}, a replica set of one on a free port, with its data below {@code target/}. */
final class Mongod {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path data;
    private final int port;

    Mongod(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/?replicaSet=rs0";
    }

    /** Starts the server, on the same data and port as before, and waits until it takes writes; gives its process id. */
    long start() {
        Process process;
        try {
            Files.createDirectories(data);
            process = new ProcessBuilder(
                            binary().toString(),
                            "--replSet",
                            "rs0",
                            "--bind_ip",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--dbpath",
                            data.toString(),
                            "--wiredTigerCacheSizeGB",
                            "0.25")
                    .redirectErrorStream(true)
                    .redirectOutput(
                            data.resolveSibling(data.getFileName() + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try (var client = MongoClients.create(
                "mongodb://127.0.0.1:" + port + "/?directConnection=true&serverSelectionTimeoutMS=500")) {
            Awaitility.await("mongod on port " + port)
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .until(() -> isPrimary(client));
        }
        return process.pid();
    }

    private boolean isPrimary(MongoClient client) {
        var admin = client.getDatabase("admin");
        if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
            return true;
        }
        try {
            var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
            admin.runCommand(
                    new Document("replSetInitiate", new Document("_id", "rs0").append("members", List.of(member))));
        } catch (MongoCommandException alreadyInitiated) {
            // Code 23: it only needs a moment to become primary.
        }
        return false;
    }

    private static Path binary() {
        var named = System.getenv("CAPITUNE_MONGOD");
        if (named != null) {
            return Path.of(named);
        }
        var tools = Path.of(System.getProperty("capitune.root", ".")).resolve(".tools");
        return Stream.concat(inTools(tools), onPath())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No mongod found: run the tests by `./capitune test`, or set CAPITUNE_MONGOD."));
    }

    private static Stream<Path> inTools(Path tools) {
        if (!Files.isDirectory(tools)) {
            return Stream.of();
        }
        try {
            return Files.find(tools, 8, (path, attributes) -> path.endsWith("mongod") && attributes.isRegularFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "mongod"));
    }
}
