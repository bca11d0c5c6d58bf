package io.capitune.e2e.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Tells what happens as it happens, with the time since the start; printed, and kept in a file beside the system's logs. */
final class Diary implements AutoCloseable {

    private final Instant start = Instant.now();
    private final PrintStream file;

    Diary(Path file) {
        try {
            Files.createDirectories(file.getParent());
            this.file = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void note(String text) {
        var since = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        var line = "%7.2f s  %s".formatted(since, text);
        System.out.println(line);
        file.println(line);
    }

    @Override
    public void close() {
        file.close();
    }
}
