package io.capitune.worker.compose.model;

import java.math.BigDecimal;
import java.util.Map;

import io.capitune.cv.job.ModelCost;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CostMeterTest {

    private static final String PRICES = "big 10 30 EUR, small 0.15 0.60 0.075 USD";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private ModelCost cost(String model, String usage) {
        var config = TestModelConfig.with("capitune.openai.model", model, "capitune.openai.prices", PRICES);
        return new CostMeter(config, metrics).count("{\"usage\":" + usage + "}");
    }

    @Test
    void moneyIsExactHoweverSmall() {
        var cost = cost(
                "small",
                "{\"prompt_tokens\":3,\"completion_tokens\":1,\"prompt_tokens_details\":{\"cached_tokens\":1}}");
        assertThat(cost).isEqualTo(new ModelCost(1, 0, 0, 3, 1, 1, Map.of("USD", new BigDecimal("0.000000975"))));
    }

    @Test
    void cachedTokensWithoutAPriceOfTheirOwnCostAsMuchAsOthers() {
        var cost = cost(
                "big",
                "{\"prompt_tokens\":1000000,\"completion_tokens\":0,\"prompt_tokens_details\":{\"cached_tokens\":999999}}");
        assertThat(cost.money().get("EUR")).isEqualByComparingTo("10");
    }

    @Test
    void modelWithoutAPriceCostsAnUnknownSum() {
        var cost = cost("free?", "{\"prompt_tokens\":10,\"completion_tokens\":2}");
        assertThat(cost).isEqualTo(new ModelCost(1, 0, 1, 10, 0, 2, Map.of()));
        assertThat(metrics.find("capitune.model.cost").counters()).isEmpty();
        assertThat(metrics.get("capitune.model.answers.unpriced").counter().count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "\"much\"",
                "{\"total_tokens\":12}",
                "{\"prompt_tokens\":-1,\"completion_tokens\":2}",
                "{\"prompt_tokens\":1.5,\"completion_tokens\":2}",
                "{\"prompt_tokens\":\"10\",\"completion_tokens\":2}",
                "{\"prompt_tokens\":10,\"completion_tokens\":99999999999}",
                "{\"prompt_tokens\":10,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":11}}",
                "{\"prompt_tokens\":10,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":\"all\"}}",
                "1},{"
            })
    void usageThatCannotBeIsUnknown(String usage) {
        assertThat(cost("small", usage)).isEqualTo(ModelCost.unknown());
        assertThat(metrics.get("capitune.model.answers.unmetered").counter().count())
                .isEqualTo(1);
        assertThat(metrics.find("capitune.model.tokens").counters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"cached_tokens\":null}"})
    void endpointThatTellsNothingOfItsCacheCachedNothing(String details) {
        var cost = cost(
                "small", "{\"prompt_tokens\":10,\"completion_tokens\":2,\"prompt_tokens_details\":" + details + "}");
        assertThat(cost.cachedTokens()).isZero();
        assertThat(cost.unpriced()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "small",
                "small 1",
                "small 1 USD",
                "small one 2 USD",
                "small 1 -2 USD",
                "small 1 2 $",
                "small 1 2 3 4 USD"
            })
    void priceThatIsNoneStopsTheStart(String price) {
        assertThatThrownBy(() -> TestModelConfig.with("capitune.openai.prices", price))
                .hasMessageContaining("capitune.openai.prices")
                .hasMessageContaining("\"" + price + "\"");
    }
}
