package io.capitune.bench.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The running system that {@code capitune bench} started: where its parts listen, and how many workers it has. */
public final class Target {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final Path data;

    /**
     * @param root the project's folder
     * @param data the data folder of the system
     */
    public Target(Path root, Path data) {
        this.root = root;
        this.data = data;
    }

    /** The gateway's address, without a path. */
    public String gateway() {
        return "http://localhost:" + ports().path("gateway").asInt();
    }

    /** A service's own address. */
    public String service(String name) {
        return local(ports().path("services").path(name).asInt());
    }

    /** The workers' own addresses. */
    public List<String> workers() {
        return ports().path("workers")
                .valueStream()
                .map(port -> local(port.asInt()))
                .toList();
    }

    /** The running processes by name. */
    public Map<String, Long> processes() {
        return read(data.resolve("run/state.json"))
                .path("processes")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().path("pid").asLong()));
    }

    /** The database's connection string. */
    public String mongodb() {
        return "mongodb://127.0.0.1:%d/?replicaSet=rs0"
                .formatted(ports().path("mongod").asInt());
    }

    /** A service's client secret. */
    public String secret(String client) {
        return read(data.resolve("secrets.json")).path("clients").path(client).asText();
    }

    /** The folder that the gateway takes its routes from. */
    public Path routes() {
        return data.resolve("run/traefik");
    }

    /** A file of the project. */
    public Path file(String path) {
        return root.resolve(path);
    }

    /** The folder that holds everything of the system. */
    public Path data() {
        return data;
    }

    /** Changes the number of workers; returns when all are ready. */
    public void scale(int workers) throws IOException, InterruptedException {
        command(Map.of(), "up", "-d", "--workers", "" + workers);
    }

    /** Stops the system and starts it with one worker and more settings, or none more; returns when it is ready. */
    public void restart(Map<String, String> settings) throws IOException, InterruptedException {
        stop();
        start(settings);
    }

    /** Stops the system. */
    public void stop() throws IOException, InterruptedException {
        command(Map.of(), "down");
    }

    /** Starts the system that was stopped, with one worker and more settings; returns when it is ready. */
    public void start(Map<String, String> settings) throws IOException, InterruptedException {
        command(settings, "up", "-d", "--workers", "1");
    }

    private void command(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        Stream.concat(Stream.of(root.resolve("capitune").toString()), Stream.of(words))
                                .toList())
                .directory(root.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().putAll(settings);
        if (command.start().waitFor() != 0) {
            throw new IOException("./capitune %s failed".formatted(String.join(" ", words)));
        }
    }

    private JsonNode ports() {
        return read(data.resolve("run/ports.json"));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException("no system runs from " + file, e);
        }
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
