package io.capitune.worker.compose;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.resume.ResumeJson;

/** Composes a CV. */
@ApplicationScoped
public class Composer {

    private final RuleComposer rules = new RuleComposer();

    /** Whether a language model is configured. */
    public boolean usesModel() {
        return false;
    }

    /**
     * Composes what was submitted.
     *
     * @throws ComposeException if it cannot be done
     */
    public Composition compose(CvInput input) {
        if (input.resume() == null) {
            throw new ComposeException(FailureCode.MODEL_UNAVAILABLE, false, "no language model", null);
        }
        var document = rules.compose(ResumeJson.read(input.resume()), input.targetJob(), input.language());
        return new Composition(document, "rules", List.of(), List.of());
    }
}
