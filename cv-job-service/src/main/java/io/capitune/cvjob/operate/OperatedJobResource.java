package io.capitune.cvjob.operate;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.OperatedJob;
import io.capitune.cv.job.OperatedJobs;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** An operator looks at jobs, tries failed ones again, removes those that nobody needs. */
@Path("/internal/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class OperatedJobResource {

    private static final int MOST_LISTED = 1000;
    private static final int MOST_REMOVED = 500;
    private static final Set<String> LISTED_BY =
            Set.of("status", "code", "withinSeconds", "olderThanSeconds", "notRetried", "limit");
    private static final Set<String> REMOVED_BY = Set.of("status", "code", "olderThanSeconds", "limit");

    private final OperatedJobs jobs;
    private final QueueActs acts;

    OperatedJobResource(OperatedJobs jobs, QueueActs acts) {
        this.jobs = jobs;
        this.acts = acts;
    }

    /** @param total how many there are, shown or not */
    public record Listed(long total, List<OperatedJob> items) {}

    /** The retry, or the one that is under way already. */
    public record Retried(String jobId) {}

    /** How many were removed by this call: to be called again until it is 0. */
    public record Removed(int removed) {}

    @GET
    public Listed list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("code") @Nullable String code,
            @QueryParam("withinSeconds") @Nullable String within,
            @QueryParam("olderThanSeconds") @Nullable String olderThan,
            @QueryParam("notRetried") boolean notRetried,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo asked) {
        Selections.known(asked, LISTED_BY);
        var selection = Selections.of(status, code, within, olderThan);
        var most = Selections.limit(limit, MOST_LISTED);
        var items = notRetried ? jobs.notRetried(selection, most) : jobs.list(selection, most);
        return new Listed(jobs.count(selection), items);
    }

    @GET
    @Path("/{id}")
    public OperatedJob show(@PathParam("id") String id) {
        return jobs.find(id).orElseThrow(ProblemException::notFound);
    }

    @POST
    @Path("/{id}/retry")
    public Retried retry(@PathParam("id") String id) {
        return new Retried(acts.retry(id));
    }

    @DELETE
    public Removed remove(
            @QueryParam("status") @Nullable String status,
            @QueryParam("code") @Nullable String code,
            @QueryParam("olderThanSeconds") @Nullable String olderThan,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo asked) {
        Selections.known(asked, REMOVED_BY);
        var selection = Selections.named(status, code, olderThan);
        if (selection.status() == CvJobStatus.RUNNING) {
            throw ProblemException.validation(
                    List.of(new FieldError("/status", "A worker holds what is running: failed or queued.")));
        }
        return new Removed(acts.remove(selection, Selections.limit(limit, MOST_REMOVED)));
    }
}
