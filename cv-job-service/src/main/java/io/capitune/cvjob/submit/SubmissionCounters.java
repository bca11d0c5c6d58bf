package io.capitune.cvjob.submit;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.error.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts requests for jobs by what they are and how they end: {@code capitune_submissions_total{kind,outcome}}. */
@ApplicationScoped
public class SubmissionCounters {

    private final MeterRegistry metrics;

    SubmissionCounters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Runs one request and counts it: as accepted, or by the code of its refusal. */
    public String count(String kind, Supplier<String> request) {
        var outcome = "ERROR";
        try {
            var jobId = request.get();
            outcome = "ACCEPTED";
            return jobId;
        } catch (ProblemException refused) {
            outcome = refused.code();
            throw refused;
        } finally {
            metrics.counter("capitune.submissions", "kind", kind, "outcome", outcome)
                    .increment();
        }
    }
}
