package io.capitune.worker.render;

import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** render-service, as the worker needs it. */
@ApplicationScoped
public class RenderClient {

    private final RenderApi api;

    RenderClient(@RestClient RenderApi api) {
        this.api = api;
    }

    /**
     * The job's CV as a whole HTML document. Tried again briefly; a longer outage is the queue's business.
     *
     * @throws WebApplicationException if render-service refused
     * @throws ProcessingException if it could not be reached
     */
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 100,
            retryOn = {ProcessingException.class, WebApplicationException.class})
    @ExponentialBackoff
    public String html(String jobId) {
        return api.html(jobId);
    }
}
