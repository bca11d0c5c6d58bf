package io.capitune.worker.render;

import java.time.temporal.ChronoUnit;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.CvInput;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** render-service, as the worker needs it. */
@ApplicationScoped
public class RenderClient {

    /** The breaker's name: open while render-service is away. */
    public static final String BREAKER = "render-service";

    /** What says something of the job. All else is our token, a deployment, a slow or a busy server. */
    private static final Set<Integer> LASTING = Set.of(400, 413, 422);

    private final RenderApi api;

    RenderClient(@RestClient RenderApi api) {
        this.api = api;
    }

    /**
     * The CV as a whole HTML document, laid out as the input wants it. Tried again briefly; a longer outage is the queue's business.
     *
     * @throws RenderRefusedException if render-service will not render it; not tried again
     * @throws WebApplicationException if render-service is out of order
     * @throws ProcessingException if it could not be reached
     * @throws CircuitBreakerOpenException if none of the latest tries, of two jobs at least, came to anything
     */
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 100,
            retryOn = {ProcessingException.class, WebApplicationException.class},
            // Its cause would be retried otherwise.
            abortOn = RenderRefusedException.class)
    @ExponentialBackoff
    @CircuitBreaker(skipOn = RenderRefusedException.class, requestVolumeThreshold = 6, failureRatio = 1, delay = 5000)
    @CircuitBreakerName(BREAKER)
    public String html(CvDocument document, CvInput input) {
        try {
            return api.html(new RenderApi.Request(document, input.template(), input.pageSize()));
        } catch (WebApplicationException e) {
            var status = e.getResponse().getStatus();
            throw LASTING.contains(status) ? new RenderRefusedException(status, e) : e;
        }
    }
}
