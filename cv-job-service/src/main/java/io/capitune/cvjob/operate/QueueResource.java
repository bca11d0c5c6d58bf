package io.capitune.cvjob.operate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.cv.job.QueueFigures;
import io.capitune.cv.job.QueueSwitch;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The queue as a whole: its figures, and whether workers claim. */
@Path("/internal/queue")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class QueueResource {

    private final QueueFigures figures;
    private final QueueSwitch queue;
    private final QueueActs acts;

    QueueResource(QueueFigures figures, QueueSwitch queue, QueueActs acts) {
        this.figures = figures;
        this.queue = queue;
        this.acts = acts;
    }

    /**
     * The queue.
     *
     * @param jobs by state, in lower case
     * @param oldestQueuedSeconds how long the oldest queued job has waited; null where none waits
     * @param failures failed jobs by code
     * @param drainedSince null while workers claim
     */
    public record QueueView(
            Map<String, Long> jobs,
            @Nullable Long oldestQueuedSeconds,
            Map<String, Long> failures,
            @Nullable Instant drainedSince) {}

    /** What is asked of the switch. */
    public record DrainBody(@Nullable Boolean drained) {}

    @GET
    public QueueView queue() {
        var jobs = new TreeMap<String, Long>();
        figures.byStatus().forEach((status, count) -> jobs.put(status.name().toLowerCase(Locale.ROOT), count));
        var oldest = figures.longestWait().map(wait -> wait.toSeconds()).orElse(null);
        return new QueueView(jobs, oldest, figures.failures(), queue.drainedSince());
    }

    @PUT
    @Path("/drained")
    @Consumes(MediaType.APPLICATION_JSON)
    public QueueView drain(@Nullable DrainBody body) {
        if (body == null || body.drained() == null) {
            throw ProblemException.validation(List.of(new FieldError("/drained", "true or false.")));
        }
        if (body.drained()) {
            acts.drain();
        } else {
            acts.resume();
        }
        return queue();
    }
}
