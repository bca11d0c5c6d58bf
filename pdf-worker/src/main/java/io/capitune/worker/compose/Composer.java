package io.capitune.worker.compose;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.resume.Resume;
import io.capitune.cv.resume.ResumeJson;
import io.capitune.worker.compose.model.ModelClient;
import io.capitune.worker.compose.model.ModelException;

/**
 * Makes the words of a CV of what was submitted. Where a model is configured and the person agreed, it improves the wording, held
 * by the truth guard; otherwise rules alone compose, and nothing leaves the house.
 */
@ApplicationScoped
public class Composer {

    private final RuleComposer rules;
    private final ModelClient model;
    private final ResumeRewriter rewriter;
    private final StoryReader stories;

    Composer(RuleComposer rules, ModelClient model, ResumeRewriter rewriter, StoryReader stories) {
        this.rules = rules;
        this.model = model;
        this.rewriter = rewriter;
        this.stories = stories;
    }

    /** Whether jobs may wait for a language model. */
    public boolean usesModel() {
        return model.configured();
    }

    /**
     * Composes a CV. Blocks while a model answers, a minute or more with retries.
     *
     * @throws ComposeException where a model is needed or agreed to, and gives no usable answer
     */
    public Composition compose(CvInput input) {
        boolean mayAsk = model.configured() && input.modelAllowed();
        if (input.text() != null && !mayAsk) {
            throw new ComposeException(
                    FailureCode.MODEL_UNAVAILABLE, false, "a pasted text needs a language model", null);
        }
        try {
            if (input.text() != null) {
                return stories.compose(input.text(), input);
            }
            Resume resume = ResumeJson.read(Objects.requireNonNull(input.resume()));
            return mayAsk ? rewriter.compose(resume, input) : byRules(resume, input);
        } catch (ModelException e) {
            throw failure(e);
        }
    }

    private Composition byRules(Resume resume, CvInput input) {
        return new Composition(
                rules.compose(resume, input.targetJob(), input.language()), Composition.RULES, List.of(), List.of());
    }

    private static ComposeException failure(ModelException e) {
        return switch (e) {
            case ModelException.InvalidAnswer invalid ->
                new ComposeException(FailureCode.MODEL_ANSWER_INVALID, true, invalid.getMessage(), invalid);
            case ModelException.Refused refused ->
                new ComposeException(FailureCode.MODEL_UNAVAILABLE, false, refused.getMessage(), refused);
            case ModelException.Unavailable unavailable -> away(unavailable);
            case ModelException.Later later -> away(later);
        };
    }

    private static ComposeException away(ModelException e) {
        return ComposeException.away(Objects.requireNonNull(e.getMessage()), e.retryAfter(), e);
    }
}
