package io.capitune.e2e.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of one system at one moment, whoever started them: those that inherited its mark
 * ({@code CAPITUNE_PROCESS=<data folder>:<name>}) and all that descend from those. Read from {@code /proc}, so Linux only.
 */
record ProcessTable(Map<Long, Entry> entries) {

    private static final Path PROC = Path.of("/proc");
    private static final String MARK = "CAPITUNE_PROCESS=";

    /**
     * One process.
     *
     * @param started its start in ticks since the machine's: with the pid, what tells it from a later one
     * @param name of the service it belongs to, such as {@code pdf-worker-1}
     */
    record Entry(long pid, long parent, String started, String name, String command) {

        boolean isBrowser() {
            return command.contains("--headless") && !command.startsWith("/bin/sh") && !command.contains("--type=");
        }

        boolean isDriver() {
            return command.contains("run-driver");
        }

        /** Whether this very process still runs. */
        boolean lives() {
            return stat(pid).filter(stat -> stat.started().equals(started)).isPresent();
        }

        /** Sends it a signal; false where it is gone. */
        boolean signal(String signal) {
            try {
                return lives()
                        && new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                                        .redirectErrorStream(true)
                                        .start()
                                        .waitFor()
                                == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public String toString() {
            return "%s (pid %d)".formatted(name, pid);
        }
    }

    private record Stat(long parent, String started) {}

    static ProcessTable of(Path data) {
        var all = new HashMap<Long, Entry>();
        for (var pid : pids()) {
            stat(pid)
                    .ifPresent(stat -> all.put(
                            pid, new Entry(pid, stat.parent(), stat.started(), markedName(pid, data), command(pid))));
        }
        var own = new HashMap<Long, Entry>();
        for (var entry : all.values()) {
            var name = nameOf(entry, all);
            if (!name.isEmpty()) {
                own.put(entry.pid(), new Entry(entry.pid(), entry.parent(), entry.started(), name, entry.command()));
            }
        }
        return new ProcessTable(Map.copyOf(own));
    }

    /** The service's own process: the one that none of the same name started. */
    Optional<Entry> main(String name) {
        return mains().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    List<Entry> mains() {
        return entries.values().stream()
                .filter(entry -> !entries.containsKey(entry.parent()))
                .sorted((one, other) -> Long.compare(one.pid(), other.pid()))
                .toList();
    }

    List<Entry> workers() {
        return mains().stream()
                .filter(entry -> entry.name().startsWith("pdf-worker"))
                .toList();
    }

    List<Entry> browsers() {
        return sorted(Entry::isBrowser);
    }

    List<Entry> drivers() {
        return sorted(Entry::isDriver);
    }

    private List<Entry> sorted(java.util.function.Predicate<Entry> which) {
        return entries.values().stream()
                .filter(which)
                .sorted((one, other) -> Long.compare(one.pid(), other.pid()))
                .toList();
    }

    private static String nameOf(Entry entry, Map<Long, Entry> all) {
        for (var at = entry; at != null; at = all.get(at.parent())) {
            if (!at.name().isEmpty()) {
                return at.name();
            }
        }
        return "";
    }

    private static List<Long> pids() {
        try (Stream<Path> folders = Files.list(PROC)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the crash test needs /proc", e);
        }
    }

    private static String markedName(long pid, Path data) {
        var mark = MARK + data + ":";
        return read(pid, "environ")
                .flatMap(environ -> Stream.of(environ.split("\0"))
                        .filter(variable -> variable.startsWith(mark))
                        .findFirst())
                .map(variable -> variable.substring(mark.length()))
                .orElse("");
    }

    private static String command(long pid) {
        return read(pid, "cmdline").orElse("").replace('\0', ' ').strip();
    }

    private static Optional<Stat> stat(long pid) {
        return read(pid, "stat").flatMap(stat -> {
            var fields = new ArrayList<>(
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ")));
            var ended = fields.getFirst().matches("[ZX]");
            return ended ? Optional.empty() : Optional.of(new Stat(Long.parseLong(fields.get(1)), fields.get(19)));
        });
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
