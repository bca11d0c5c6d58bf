package io.capitune.e2e.crash;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What befell the objects of a bucket, by their names. */
final class ObjectLog {

    private final Set<String> troubled = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final List<Span> excuses = new CopyOnWriteArrayList<>();

    private record Span(long from, long to) {

        boolean holds(long nanos) {
            return nanos - from >= 0 && nanos - to <= 0;
        }
    }

    /** A request about an object; {@code fault} is what met it, null where nothing did. */
    void add(String method, String name, Fault fault) {
        if (method.equals("PUT")) {
            written.put(name, System.nanoTime());
        }
        if (fault != null) {
            troubled.add(name);
        }
    }

    /**
     * What is written between these readings of {@link System#nanoTime} may be left: a killed database may have forgotten for
     * whom it was, or a worker that ended may not have come to delete it.
     */
    void excuse(long from, long to) {
        excuses.add(new Span(from, to));
    }

    /** Objects that may be left although nobody wants them: a fault met a request about them, or they have another excuse. */
    Set<String> excused() {
        var excused = new HashSet<>(troubled);
        written.forEach((name, when) -> {
            if (excuses.stream().anyMatch(span -> span.holds(when))) {
                excused.add(name);
            }
        });
        return excused;
    }
}
