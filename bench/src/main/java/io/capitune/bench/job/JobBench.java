package io.capitune.bench.job;

import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/** Whole jobs through the gateway: one at a time on an idle system, then many at once. */
public final class JobBench {

    private static final int PEOPLE = 10;

    private JobBench() {}

    /** Reports the time of one job and the rates of many. */
    public static void run(Stand stand) throws Exception {
        var people = stand.people(PEOPLE);
        var example = Example.onePage(stand.target());
        new IdleJobBench(stand, people.getFirst(), example).run();
        new JobRateBench(stand, people, example).run();
    }
}
