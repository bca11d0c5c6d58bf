package io.capitune.worker.compose.model;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.capitune.cv.job.ModelCost;
import io.capitune.cv.job.ModelUse;
import org.jspecify.annotations.Nullable;

/** What one job asks the model, one question at most: who asks, what it costs, what may be kept. For one thread. */
public final class ModelSession {

    private final String owner;
    private final ModelConfig config;
    private final ModelClient client;
    private final CostMeter costs;
    private final KeptAnswers kept;
    private ModelCost cost = ModelCost.NONE;
    private @Nullable ModelUse use;
    private @Nullable AnswerKey key;
    private @Nullable JsonNode fresh;

    ModelSession(String owner, ModelConfig config, ModelClient client, CostMeter costs, KeptAnswers kept) {
        this.owner = owner;
        this.config = config;
        this.client = client;
        this.costs = costs;
        this.kept = kept;
    }

    /** The model's name. */
    public String model() {
        return config.model().orElseThrow();
    }

    /**
     * Takes the kept answer to this question, or asks the model.
     *
     * @throws ModelException in one of its kinds, when there is no usable answer after all retries
     */
    public <T> T ask(Question<T> question) {
        var request = client.request(question);
        key = AnswerKey.of(owner, request.bytes());
        Optional<T> known = kept.find(key).flatMap(answer -> StrictJson.readKept(answer, question.form()));
        use = new ModelUse(question.promptVersion(), question.form().version(), known.isPresent());
        return known.orElseGet(() -> fresh(request, question.form()));
    }

    private <T> T fresh(ChatRequest request, Question.Form<T> form) {
        for (int invalid = 0; ; invalid++) {
            String body = client.call(request);
            cost = cost.plus(costs.count(body));
            try {
                JsonNode answer = ChatAnswer.content(body);
                T read = StrictJson.read(answer, form);
                fresh = answer;
                return read;
            } catch (ModelException.InvalidAnswer e) {
                costs.countInvalid();
                if (invalid >= config.maxInvalidAnswers()) {
                    throw e;
                }
            }
        }
    }

    /** How the model was asked; after {@link #ask}. */
    public ModelUse use() {
        if (use == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return use;
    }

    /** What was paid for until now, also where {@link #ask} failed. */
    public ModelCost cost() {
        return cost;
    }

    /** The answer served its purpose: it is kept for the same question of the same account. */
    public void keep() {
        if (key != null && fresh != null) {
            kept.keep(key, fresh.toString());
        }
    }

    /** The answer is of no use after all: what was kept of it goes, so that the next try asks anew. */
    public void forget() {
        if (key != null && use != null && use.kept()) {
            kept.forget(key);
        }
    }
}
