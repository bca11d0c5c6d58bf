package io.capitune.bench.job;

import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/**
 * Whole jobs through the gateway: many at once, then one at a time on an idle system. In this order, because people meet services that
 * have been at work, whose code is compiled.
 */
public final class JobBench {

    private static final int PEOPLE = 10;

    private JobBench() {}

    /** Reports the rates of many and the time of one. */
    public static void run(Stand stand) throws Exception {
        var people = stand.people(PEOPLE);
        var example = Example.onePage(stand.target());
        new JobRateBench(stand, people, example).run();
        new IdleJobBench(stand, people.getFirst(), example).run();
    }
}
