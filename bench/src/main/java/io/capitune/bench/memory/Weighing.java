package io.capitune.bench.memory;

import java.io.IOException;

/**
 * What a worker holds while it has nothing to do: neither garbage nor what is being worked on.
 *
 * @param jobs done until then
 * @param heap MiB of objects after all garbage was collected
 * @param outside MiB resident outside of the heap: classes, code, threads, what libraries take by themselves
 * @param browsers MiB of browsers and drivers together
 * @param count how many browsers there were
 */
record Weighing(double jobs, double heap, double outside, double browsers, long count) {

    static Weighing of(long pid, int jobs) throws IOException, InterruptedException {
        var heap = Jcmd.collected(pid);
        var processes = WorkerProcesses.of(pid);
        return new Weighing(
                jobs,
                heap.used(),
                ProcessMemory.residentOutside(pid, heap.from(), heap.to()),
                processes.browsers(),
                processes.browserCount());
    }
}
