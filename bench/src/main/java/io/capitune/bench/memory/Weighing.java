package io.capitune.bench.memory;

import java.io.IOException;

/**
 * What a worker holds while it has nothing to do: neither garbage nor what is being worked on.
 *
 * @param jobs done until then
 * @param heap MiB of objects after all garbage was collected
 * @param outside MiB resident outside of the heap, the least of some looks: classes, code, threads, what libraries take by themselves
 * @param browsers MiB of browsers and drivers together
 * @param count how many browsers there were
 */
record Weighing(double jobs, double heap, double outside, double browsers, long count) {

    /** The compiler works on for a while when the jobs are done, and what it takes comes and goes. */
    private static final int LOOKS = 4;

    static Weighing of(long pid, int jobs) throws IOException, InterruptedException {
        var heap = Jcmd.collected(pid);
        var outside = ProcessMemory.residentOutside(pid, heap.from(), heap.to());
        for (var look = 1; look < LOOKS; look++) {
            heap = Jcmd.collected(pid);
            outside = Math.min(outside, ProcessMemory.residentOutside(pid, heap.from(), heap.to()));
        }
        var processes = WorkerProcesses.of(pid);
        return new Weighing(jobs, heap.used(), outside, processes.browsers(), processes.browserCount());
    }
}
