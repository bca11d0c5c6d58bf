package io.capitune.bench.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.capitune.bench.memory.Climb.Held;

/**
 * What each lane's browser, with its driver, held of its own from its first look to its last. Browsers are compared at the same
 * age: what all hold at one moment depends on how old each of them is by chance.
 */
final class BrowserLives {

    private final Map<String, List<Held>> looks = new LinkedHashMap<>();
    private Set<String> alive = Set.of();

    /**
     * One that was replaced.
     *
     * @param from jobs done when it was seen first
     * @param to jobs done when it was seen last
     * @param young MiB in the first half of what was seen of it, the median
     * @param grown MiB in the second half
     */
    record Life(double from, double to, double young, double grown) {}

    /**
     * Takes down one look.
     *
     * @param lanes MiB by lane, each under a name that no other has had
     */
    void see(double jobs, Map<String, Double> lanes) {
        lanes.forEach((lane, held) ->
                looks.computeIfAbsent(lane, first -> new ArrayList<>()).add(new Held(jobs, held)));
        alive = Set.copyOf(lanes.keySet());
    }

    /** Those that were there and are no more, in the order in which they came. */
    List<Life> ended() {
        return looks.entrySet().stream()
                .filter(one -> !alive.contains(one.getKey()))
                .map(one -> life(one.getValue()))
                .toList();
    }

    private static Life life(List<Held> seen) {
        var half = seen.size() / 2;
        return new Life(
                seen.getFirst().jobs(),
                seen.getLast().jobs(),
                median(seen.subList(0, seen.size() - half)),
                median(seen.subList(half, seen.size())));
    }

    /** A look may find one that is just starting, or ending; and a collection of garbage is a matter of the moment. */
    private static double median(List<Held> seen) {
        var sorted = seen.stream().mapToDouble(Held::mebibytes).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
