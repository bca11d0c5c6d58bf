package io.capitune.e2e.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every process that was ever seen below the system's: what killed parents leave behind descends from nobody any more. */
final class Sightings {

    private final Map<String, ProcessTable.Entry> seen = new ConcurrentHashMap<>();

    void note(ProcessTable table) {
        table.entries().values().forEach(entry -> seen.putIfAbsent(entry.pid() + "-" + entry.started(), entry));
    }

    /** Those that live although they belong to none of these. */
    List<ProcessTable.Entry> leftBehind(Path data, Set<Long> wanted) {
        var table = ProcessTable.of(data);
        note(table);
        return seen.values().stream()
                .filter(ProcessTable.Entry::lives)
                .filter(entry -> !descends(entry, table, wanted))
                .toList();
    }

    private static boolean descends(ProcessTable.Entry entry, ProcessTable table, Set<Long> wanted) {
        var at = table.entries().get(entry.pid());
        while (at != null && !wanted.contains(at.pid())) {
            at = table.entries().get(at.parent());
        }
        return at != null;
    }
}
