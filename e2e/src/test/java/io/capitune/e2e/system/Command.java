package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code ./capitune} for one data folder. What a developer configured does not reach it: tests would write to real accounts. */
final class Command {

    private static final List<String> OUTSIDE = List.of(
            "CAPITUNE_OPENAI_",
            "CAPITUNE_RESEND_",
            "CAPITUNE_SMTP_",
            "CAPITUNE_MAIL_",
            "CAPITUNE_STORAGE_",
            "CAPITUNE_PUBLIC_URL",
            "CAPITUNE_LOCAL",
            "CAPITUNE_HTTP_",
            "MONGODB_",
            "QUARKUS_");

    private final Map<String, String> environment;

    Command(Path data, Map<String, String> settings) {
        environment = new HashMap<>(settings);
        environment.put("CAPITUNE_DATA", data.toString());
        environment.put("CAPITUNE_PORTS", "auto");
        environment.put("CAPITUNE_NO_BUILD", "1");
        environment.put("CAPITUNE_ENV_FILE", "");
    }

    JsonNode status() {
        return Json.read(execute(Duration.ofSeconds(30), "status", "--json").output());
    }

    /** Runs it; an error with what it said where it does not end well within the limit. */
    void run(Duration limit, String... words) {
        var result = execute(limit, words);
        if (result.exitCode() != 0) {
            throw new AssertionError("./capitune " + String.join(" ", words) + " ended with " + result.exitCode()
                    + ":\n" + result.output());
        }
    }

    private record Result(int exitCode, String output) {}

    private Result execute(Duration limit, String... words) {
        var line = new ArrayList<>(
                List.of(CapituneSystem.root().resolve("capitune").toString()));
        line.addAll(List.of(words));
        try {
            // Into a file: what the command leaves in the background would hold a pipe open.
            var output = Files.createTempFile("capitune-", ".out");
            var builder = new ProcessBuilder(line)
                    .directory(CapituneSystem.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> OUTSIDE.stream().anyMatch(name::startsWith));
            builder.environment().putAll(environment);
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
}
