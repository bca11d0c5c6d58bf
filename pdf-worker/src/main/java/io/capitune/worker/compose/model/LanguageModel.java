package io.capitune.worker.compose.model;

import jakarta.enterprise.context.ApplicationScoped;

/** The language model, where one is configured. */
@ApplicationScoped
public class LanguageModel {

    private final ModelConfig config;
    private final ModelClient client;
    private final CostMeter costs;
    private final KeptAnswers kept;

    LanguageModel(ModelConfig config, ModelClient client, CostMeter costs, KeptAnswers kept) {
        this.config = config;
        this.client = client;
        this.costs = costs;
        this.kept = kept;
    }

    /** Whether there is one. */
    public boolean configured() {
        return config.baseUrl().isPresent() && config.model().isPresent();
    }

    /** Begins what one job of this account asks; only where a model is configured. */
    public ModelSession session(String owner) {
        return new ModelSession(owner, config, client, costs, kept);
    }
}
