package io.capitune.cvjob.preview;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.CvDocument;
import io.capitune.cvjob.preview.RenderApi.RenderRequest;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks render-service for HTML. Not tried again by itself: somebody is looking at the page and will. */
@ApplicationScoped
public class RenderClient {

    private final RenderApi api;

    RenderClient(@RestClient RenderApi api) {
        this.api = api;
    }

    /**
     * The CV as HTML.
     *
     * @throws RuntimeException where render-service is away, slow, or answers with an error
     */
    @Timeout(5000)
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 2000)
    @CircuitBreakerName("render-service")
    public String html(CvDocument document, String template, String pageSize) {
        return api.render(new RenderRequest(document, template, pageSize));
    }
}
