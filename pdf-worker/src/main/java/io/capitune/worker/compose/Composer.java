package io.capitune.worker.compose;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.ModelCost;
import io.capitune.cv.job.ModelCosts;
import io.capitune.cv.resume.Resume;
import io.capitune.cv.resume.ResumeJson;
import io.capitune.worker.compose.model.LanguageModel;
import io.capitune.worker.compose.model.ModelException;
import io.capitune.worker.compose.model.ModelSession;
import org.jboss.logging.Logger;

/**
 * Makes the words of a CV of what was submitted. Where a model is configured and the person agreed, it improves the wording, held
 * by the truth guard; otherwise rules alone compose, and nothing leaves the house.
 */
@ApplicationScoped
public class Composer {

    private static final Logger LOG = Logger.getLogger(Composer.class);

    private final RuleComposer rules;
    private final LanguageModel model;
    private final ResumeRewriter rewriter;
    private final StoryReader stories;
    private final ModelCosts costs;

    Composer(RuleComposer rules, LanguageModel model, ResumeRewriter rewriter, StoryReader stories, ModelCosts costs) {
        this.rules = rules;
        this.model = model;
        this.rewriter = rewriter;
        this.stories = stories;
        this.costs = costs;
    }

    /** Whether jobs may wait for a language model. */
    public boolean usesModel() {
        return model.configured();
    }

    /**
     * Composes a CV. Blocks while a model answers, a minute or more with retries, and while a call waits for its turn. What the
     * model cost is added to the job, whether or not there is a CV.
     *
     * @throws ComposeException where a model is needed or agreed to, and gives no usable answer
     */
    public Composition compose(CvJob job) {
        CvInput input = job.input();
        if (model.configured() && input.modelAllowed()) {
            return byModel(job);
        }
        if (input.resume() == null) {
            throw new ComposeException(
                    FailureCode.MODEL_UNAVAILABLE, false, "a pasted text needs a language model", null);
        }
        return byRules(ResumeJson.read(input.resume()), input);
    }

    private Composition byModel(CvJob job) {
        ModelSession session = model.session(job.owner());
        try {
            Composition made = byModel(job.input(), session);
            session.keep();
            return made;
        } catch (ModelException e) {
            if (e instanceof ModelException.InvalidAnswer) {
                session.forget();
            }
            throw failure(e);
        } finally {
            count(job, session.cost());
        }
    }

    private Composition byModel(CvInput input, ModelSession session) {
        if (input.text() != null) {
            return stories.compose(input.text(), input, session);
        }
        return rewriter.compose(ResumeJson.read(Objects.requireNonNull(input.resume())), input, session);
    }

    private void count(CvJob job, ModelCost cost) {
        if (cost.calls() == 0) {
            return;
        }
        // A worker that stops interrupts what waits for a model; what was paid until then is still written.
        boolean interrupted = Thread.interrupted();
        try {
            costs.add(job.id(), cost);
        } catch (MongoException e) {
            // The metrics have it; the job must not pay a second time for a sum that could not be written.
            LOG.warnf("Job %s: what its model cost could not be written", job.id());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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
