package io.capitune.cvjob.picture;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.download.Downloads;
import io.capitune.cvjob.download.EntityTags;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The PDF's first page as a picture. */
@Path("/api/cv/jobs")
@Produces({"image/png", "application/problem+json"})
@RunOnVirtualThread
public class PictureResource {

    private final Downloads downloads;
    private final Pictures pictures;
    private final CurrentUser user;

    PictureResource(Downloads downloads, Pictures pictures, CurrentUser user) {
        this.downloads = downloads;
        this.pictures = pictures;
        this.user = user;
    }

    /** {@code width} is 1000 (default) or 160. */
    @GET
    @Path("/{id}/picture")
    public Response picture(
            @PathParam("id") String id,
            @QueryParam("width") @Nullable String width,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var size = PictureWidth.of(width)
                .orElseThrow(() -> new ProblemException(400, "MALFORMED", "width is 160 or 1000."));
        var cv = downloads.of(Caller.of(user), id);
        var tag = EntityTags.of(cv.pdf().sha256() + "-" + size.pixels());
        var response = EntityTags.known(ifNoneMatch, tag)
                ? Response.notModified()
                : Response.ok(pictures.of(cv.pdf(), size), "image/png");
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
