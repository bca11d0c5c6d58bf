package io.capitune.worker.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

/**
 * What one tab's driver and browser write: a profile, mostly. They remove it when they end in good order; this removes it in any
 * case. All drivers of a process have one folder, since Playwright starts each with the environment of the first; what a tab
 * writes is told by being new, so that they have to be started one at a time.
 */
final class TemporaryFiles {

    /** Their {@code TMPDIR}. */
    static final Path FOLDER = Path.of(
            System.getProperty("java.io.tmpdir"),
            "capitune-print-" + ProcessHandle.current().pid());

    private static final Logger LOG = Logger.getLogger(TemporaryFiles.class);

    private final Set<Path> others = entries();
    private Set<Path> own = Set.of();

    /** What is written from now on. */
    TemporaryFiles() {}

    /** What is written from now on is others'. */
    void complete() {
        own = new HashSet<>(entries());
        own.removeAll(others);
    }

    /** Removes all of it; called once nobody writes any more. */
    void remove() {
        for (var entry : own) {
            try (var files = Files.walk(entry)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                LOG.tracef("%s was removed by its owner", entry);
            } catch (IOException | UncheckedIOException e) {
                LOG.warnf("%s cannot be removed: %s", entry, e.getMessage());
            }
        }
    }

    private static Set<Path> entries() {
        try {
            Files.createDirectories(FOLDER);
            FOLDER.toFile().deleteOnExit();
            try (var entries = Files.list(FOLDER)) {
                return entries.collect(Collectors.toSet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a browser's files", e);
        }
    }
}
