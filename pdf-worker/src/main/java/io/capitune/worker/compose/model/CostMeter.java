package io.capitune.worker.compose.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.ModelCost;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what answers cost, by the tokens that they tell and the configured prices. */
@ApplicationScoped
class CostMeter {

    private final String model;
    private final Optional<ModelPrice> price;
    private final MeterRegistry metrics;

    CostMeter(ModelConfig config, MeterRegistry metrics) {
        this.model = config.model().orElse("none");
        this.metrics = metrics;
        this.price = config.prices().orElse(List.of()).stream()
                .filter(known -> known.model().equals(model))
                .findFirst();
    }

    /** What this answer cost; it is counted whether or not it is of use. */
    ModelCost count(String body) {
        return TokenUsage.of(body).map(this::metered).orElseGet(this::unmetered);
    }

    /** The answer was of no use. */
    void countInvalid() {
        answers("invalid");
    }

    private ModelCost metered(TokenUsage usage) {
        tokens("prompt", usage.prompt());
        tokens("cached", usage.cached());
        tokens("completion", usage.completion());
        Map<String, BigDecimal> money =
                price.map(known -> Map.of(known.currency(), known.of(usage))).orElse(Map.of());
        money.forEach(this::money);
        if (money.isEmpty()) {
            answers("unpriced");
        }
        return new ModelCost(1, 0, money.isEmpty() ? 1 : 0, usage.prompt(), usage.cached(), usage.completion(), money);
    }

    private ModelCost unmetered() {
        answers("unmetered");
        answers("unpriced");
        return ModelCost.unknown();
    }

    private void tokens(String kind, int count) {
        metrics.counter("capitune.model.tokens", "kind", kind, "model", model).increment(count);
    }

    private void money(String currency, BigDecimal amount) {
        metrics.counter("capitune.model.cost", "currency", currency, "model", model)
                .increment(amount.doubleValue());
    }

    private void answers(String what) {
        metrics.counter("capitune.model.answers." + what, "model", model).increment();
    }
}
