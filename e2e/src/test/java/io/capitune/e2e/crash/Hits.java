package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds of faults hit what they were meant for. One that never does tests nothing, and nobody would see it. */
final class Hits {

    /** What is planned so shortly before the end may find nothing to hit any more. */
    static final Duration TOO_LATE = Duration.ofSeconds(10);

    private final Set<Fault> hit = EnumSet.noneOf(Fault.class);

    synchronized void add(Fault fault) {
        hit.add(fault);
    }

    synchronized void addAll(Set<Fault> faults) {
        hit.addAll(faults);
    }

    /** How many kinds hit. */
    synchronized int count() {
        return hit.size();
    }

    /** The planned kinds that never hit. */
    synchronized List<Violation> violations(Schedule schedule) {
        var last = schedule.length().minus(TOO_LATE);
        var missed = schedule.faults().stream()
                .filter(planned -> planned.at().compareTo(last) <= 0)
                .map(Schedule.Planned::fault)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
        missed.removeAll(hit);
        return missed.stream()
                .map(fault -> new Violation("", fault + " was planned and never hit anything"))
                .toList();
    }
}
