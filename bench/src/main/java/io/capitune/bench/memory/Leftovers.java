package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.capitune.bench.report.Report;
import io.capitune.bench.target.Target;
import io.capitune.cv.job.CvJobs;

/**
 * What one worker holds while it has nothing to do.
 *
 * @param processes its own and those it started, those included that lost their parent
 * @param tabs processes that show documents
 * @param temporary files and folders of its temporary folder, and of the one that other programs use
 * @param objects stored files
 * @param pdfs jobs that have one
 */
record Leftovers(long processes, long browsers, long tabs, long temporary, long objects, long pdfs) {

    private static final String WORKER = "pdf-worker-1";

    /** @param temporary what the worker was told to be {@code TMPDIR} */
    static Leftovers now(Target target, Path temporary) throws IOException {
        var worker = WorkerProcesses.of(worker(target));
        return new Leftovers(
                marked(target),
                worker.browserCount(),
                worker.tabCount(),
                entries(target.data().resolve("run/tmp").resolve(WORKER)) + entries(temporary),
                files(target.data().resolve("pdfs")),
                pdfs(target));
    }

    /** Its process. */
    static long worker(Target target) {
        var pid = target.processes().get(WORKER);
        if (pid == null) {
            throw new IllegalStateException("there is no " + WORKER);
        }
        return pid;
    }

    /** Whatever the worker started carries its mark in the environment, wherever it hangs in the tree of processes. */
    private static long marked(Target target) {
        var mark = "CAPITUNE_PROCESS=" + target.data() + ":" + WORKER;
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process).contains(mark))
                .count();
    }

    private static List<String> environment(ProcessHandle process) {
        try {
            return List.of(Files.readString(Path.of("/proc", "" + process.pid(), "environ"))
                    .split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long pdfs(Target target) {
        try (var client = MongoClients.create(target.mongodb())) {
            return client.getDatabase("capitune")
                    .getCollection(CvJobs.COLLECTION)
                    .countDocuments(Filters.exists("pdf.blob"));
        }
    }

    private static long entries(Path folder) throws IOException {
        try (var all = walk(folder)) {
            return all.count() - 1;
        }
    }

    private static long files(Path folder) throws IOException {
        try (var all = walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static Stream<Path> walk(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.walk(folder);
    }

    /** Reports what is there beyond what was there before, and beyond one stored file per job. */
    void tell(Leftovers before, Report report) {
        none("processes left over", processes - before.processes, report);
        none("browsers left over", browsers - before.browsers, report);
        none("tabs left over", tabs - before.tabs, report);
        none("temporary files left over", temporary - before.temporary, report);
        none("stored files without a job", objects - pdfs, report);
    }

    private static void none(String what, long count, Report report) {
        report.figure(what, count, "", new Report.Goal("none", count <= 0));
    }
}
