package io.capitune.bench.memory;

import java.util.Map;

/**
 * One part of a soak.
 *
 * @param lanes how many the worker has
 * @param recycleAfter how many prints a lane may do in this part
 * @param settings of the system in place of the default ones
 * @param recyclings how often each lane has to be recycled in it
 * @param laneCeiling MiB that a lane's browser and driver may hold
 * @param drawing file of the chart
 */
record SoakPlan(
        int jobs,
        int lanes,
        int recycleAfter,
        Map<String, String> settings,
        int recyclings,
        double laneCeiling,
        String drawing) {

    /** Before anything counts. */
    static final int WARM_UP = 200;

    private static final int OFTEN = 5;
    /** Lanes share the orders by chance, so that one may do fewer than the other. */
    private static final int ASKED_FOR = OFTEN + 2;

    /** A new browser's memory rises for 150 prints: then it holds for as many more what one that is at work holds. */
    private static final int GROWN = 300;

    private static final double OFTEN_CEILING = 450;

    /** What {@code capitune.print.recycle-after} is by default. */
    private static final int DEFAULT_RECYCLE_AFTER = 2000;

    /** What {@code capitune.print.recycle-memory} lets a lane hold by default. */
    private static final double DEFAULT_CEILING = 600;

    private static final double SHARED_BY_CHANCE = 1.15;

    /** So many jobs with lanes that are recycled so often that it is seen what recycling costs and leaves. */
    static SoakPlan recyclingOften(int jobs, int lanes) {
        var recycleAfter = Math.clamp((jobs + WARM_UP) / lanes / ASKED_FOR, 1, GROWN);
        return new SoakPlan(
                jobs,
                lanes,
                recycleAfter,
                Map.of("CAPITUNE_PRINT_RECYCLE_AFTER", "" + recycleAfter),
                OFTEN,
                OFTEN_CEILING,
                "memory-by-jobs.svg");
    }

    /** As many jobs as recycle each lane once by the default settings; fewer where fewer were asked for. */
    static SoakPlan byDefault(int most, int lanes) {
        var once = (int) (SHARED_BY_CHANCE * lanes * DEFAULT_RECYCLE_AFTER);
        return new SoakPlan(
                Math.min(most, once),
                lanes,
                DEFAULT_RECYCLE_AFTER,
                Map.of(),
                most < once ? 0 : 1,
                DEFAULT_CEILING,
                "memory-by-jobs-default.svg");
    }

    /** Whether lanes are recycled so often that what they hold must not climb from one to the next. */
    boolean recyclesOften() {
        return recyclings >= OFTEN;
    }

    String title() {
        var often = recyclesOften() ? "each recycled after" : "by the default settings, recycled after";
        return "%d jobs, one worker, %d lanes, %s %d prints".formatted(jobs, lanes, often, recycleAfter);
    }
}
