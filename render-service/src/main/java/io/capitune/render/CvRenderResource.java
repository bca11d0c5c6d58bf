package io.capitune.render;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** CVs as HTML, for the worker that prints them and for the preview. Callers need the role {@code service}. */
@Path("/internal/cv-render")
@RunOnVirtualThread
@Produces(CvRenderResource.HTML)
public class CvRenderResource {

    static final String HTML = "text/html;charset=UTF-8";

    private final RenderCv renderCv;

    CvRenderResource(RenderCv renderCv) {
        this.renderCv = renderCv;
    }

    /** A job's composed CV; 404 where there is no such job, 409 {@code JOB_NOT_COMPOSED} where it is not that far. */
    @GET
    public String job(@QueryParam("jobId") @Nullable String jobId) {
        return renderCv.ofJob(jobId == null ? "" : jobId);
    }

    /** The CV in the body; 422 names an unknown template or page size. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String document(@Nullable CvRenderRequest request) {
        return renderCv.ofRequest(request == null ? new CvRenderRequest(null, null, null) : request);
    }
}
