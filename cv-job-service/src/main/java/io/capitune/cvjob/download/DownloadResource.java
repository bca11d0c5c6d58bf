package io.capitune.cvjob.download;

import java.io.InputStream;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.download.Downloads.PrintedCv;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.storage.BlobStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The PDF: whole or in part, named after the person. */
@Path("/api/cv/jobs")
@Produces({"application/pdf", "application/problem+json"})
@RunOnVirtualThread
public class DownloadResource {

    private static final String PDF = "application/pdf";

    private final Downloads downloads;
    private final BlobStore files;
    private final CurrentUser user;

    DownloadResource(Downloads downloads, BlobStore files, CurrentUser user) {
        this.downloads = downloads;
        this.files = files;
        this.user = user;
    }

    @GET
    @Path("/{id}/download")
    public Response get(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("Range") @Nullable String range) {
        var cv = downloads.of(Caller.of(user), id);
        var tag = EntityTags.of(cv.pdf().sha256());
        if (EntityTags.known(ifNoneMatch, tag)) {
            return described(Response.notModified(), cv, tag).build();
        }
        var part =
                ifRange == null || ifRange.equals(tag) ? ByteRange.of(range, cv.bytes()) : Optional.<ByteRange>empty();
        return part.map(asked -> partial(cv, tag, asked)).orElseGet(() -> whole(cv, tag));
    }

    @HEAD
    @Path("/{id}/download")
    public Response head(@PathParam("id") String id) {
        var cv = downloads.of(Caller.of(user), id);
        return described(Response.ok(), cv, EntityTags.of(cv.pdf().sha256()))
                .type(PDF)
                .header(HttpHeaders.CONTENT_LENGTH, cv.bytes())
                .build();
    }

    private Response whole(PrintedCv cv, String tag) {
        return body(Response.ok(), cv, tag, files.open(cv.pdf().blob()), cv.bytes());
    }

    private Response partial(PrintedCv cv, String tag, ByteRange range) {
        var content = files.open(cv.pdf().blob(), range.from(), range.to());
        var response =
                Response.status(Response.Status.PARTIAL_CONTENT).header("Content-Range", range.header(cv.bytes()));
        return body(response, cv, tag, content, range.to() - range.from());
    }

    private static Response body(ResponseBuilder response, PrintedCv cv, String tag, InputStream content, long length) {
        return described(response, cv, tag)
                .type(PDF)
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .entity(content)
                .build();
    }

    private static ResponseBuilder described(ResponseBuilder response, PrintedCv cv, String tag) {
        return response.header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(cv.name()))
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
