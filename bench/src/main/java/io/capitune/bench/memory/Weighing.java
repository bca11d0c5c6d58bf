package io.capitune.bench.memory;

import java.io.IOException;

/**
 * What a worker holds while it has nothing to do: neither garbage nor what is being worked on.
 *
 * @param jobs done until then
 * @param heap MiB of objects after all garbage was collected, the least of some looks
 * @param outside MiB resident outside of the heap, the least of some looks: classes, code, threads, what libraries take by themselves
 * @param browsers MiB of browsers and drivers together
 * @param count how many browsers there were
 */
record Weighing(double jobs, double heap, double outside, double browsers, long count) {

    /**
     * The compiler works on for a while when the jobs are done, and what it takes comes and goes; what it gave back the JVM keeps
     * for up to five seconds.
     */
    private static final int LOOKS = 4;

    private static final long LOOK_EVERY_MILLIS = 2000;

    static Weighing of(long pid, int jobs) throws IOException, InterruptedException {
        var used = Double.MAX_VALUE;
        var outside = Double.MAX_VALUE;
        for (var look = 0; look < LOOKS; look++) {
            if (look > 0) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            var heap = Jcmd.collected(pid);
            used = Math.min(used, heap.used());
            outside = Math.min(outside, ProcessMemory.residentOutside(pid, heap.from(), heap.to()));
        }
        var processes = WorkerProcesses.of(pid);
        return new Weighing(jobs, used, outside, processes.browsers(), processes.browserCount());
    }
}
