package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What goes wrong when. The same seed and length give the same schedule on every machine; what a fault meets when its time has
 * come is another matter.
 */
record Schedule(long seed, Duration length, List<Planned> faults) {

    /** Nothing goes wrong until there is something to ruin. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** Between two faults, in milliseconds: in two minutes there is room for each at least once. */
    private static final int SHORTEST_GAP = 2000;

    private static final int LONGEST_GAP = 4400;

    /** About one submission of so many must fail. */
    static final int ONE_FAILS_OF = 7;

    /**
     * One fault to come.
     *
     * @param at since the start
     * @param choice which of those that it may befall
     */
    record Planned(Duration at, Fault fault, Duration lasting, int choice) {

        @Override
        public String toString() {
            var length = lasting.isZero() ? "" : " for %.1f s".formatted(lasting.toMillis() / 1000.0);
            return "%7.2f s  %s%s, choice %d".formatted(at.toMillis() / 1000.0, fault, length, choice);
        }
    }

    /** What a person's submission must come to, by their numbers: the same each time, however many were submitted before. */
    Due due(int person, int submission) {
        var fate = new SplittableRandom(seed ^ ((long) person << Integer.SIZE | submission));
        return fate.nextInt(ONE_FAILS_OF) == 0 ? Due.TOO_LONG : Due.DONE;
    }

    static Schedule of(long seed, Duration length) {
        var random = new Random(seed);
        var faults = new ArrayList<Planned>();
        Deque<Fault> deck = new ArrayDeque<>();
        for (var at = QUIET; at.compareTo(length) < 0; at = at.plus(gap(random))) {
            if (deck.isEmpty()) {
                deck.addAll(shuffled(random));
            }
            var fault = deck.pop();
            faults.add(new Planned(at, fault, fault.lasting(random.nextDouble()), random.nextInt(1 << 16)));
        }
        return new Schedule(seed, length, List.copyOf(faults));
    }

    private static List<Fault> shuffled(Random random) {
        var all = new ArrayList<>(Arrays.asList(Fault.values()));
        Collections.shuffle(all, random);
        return all;
    }

    private static Duration gap(Random random) {
        return Duration.ofMillis(SHORTEST_GAP + random.nextInt(LONGEST_GAP - SHORTEST_GAP));
    }
}
