package io.capitune.cvjob.list;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.capitune.cvjob.Caller;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The caller's jobs. */
@Path("/api/cv/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ListResource {

    private static final int DEFAULT_LIMIT = 20;

    private final CvJobList list;
    private final CurrentUser user;

    ListResource(CvJobList list, CurrentUser user) {
        this.list = list;
        this.user = user;
    }

    @GET
    public CvJobPage list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        return list.page(Caller.of(user), cursor, limit == null ? DEFAULT_LIMIT : number(limit));
    }

    /** The number; 0, which no list takes, where it is none. */
    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
