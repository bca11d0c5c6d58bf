package io.capitune.cv.job;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What answers of a language model cost. Whatever was answered counts, of use or not; a call that was given up before its
 * answer is not known to have cost anything.
 *
 * @param calls how many were answered
 * @param unmetered of these, how many answers did not tell their tokens: then there were more tokens than are given here
 * @param unpriced of these, how many have no known price: then {@code money} is less than what was spent
 * @param promptTokens tokens read, with those that were cached
 * @param cachedTokens of the tokens read, those that the endpoint had in its cache
 * @param completionTokens tokens written
 * @param money exact amounts by currency, such as {@code EUR}
 */
public record ModelCost(
        int calls,
        int unmetered,
        int unpriced,
        long promptTokens,
        long cachedTokens,
        long completionTokens,
        @Nullable Map<String, BigDecimal> money) {

    /** Nothing was asked. */
    public static final ModelCost NONE = new ModelCost(0, 0, 0, 0, 0, 0, Map.of());

    public ModelCost {
        money = money == null ? Map.of() : Map.copyOf(money);
    }

    /** An answer that did not tell its tokens. */
    public static ModelCost unknown() {
        return new ModelCost(1, 1, 1, 0, 0, 0, Map.of());
    }

    /** The sum of both. */
    public ModelCost plus(ModelCost other) {
        var sums = Stream.of(this, other)
                .flatMap(cost -> cost.money().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, BigDecimal::add));
        return new ModelCost(
                calls + other.calls,
                unmetered + other.unmetered,
                unpriced + other.unpriced,
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                completionTokens + other.completionTokens,
                sums);
    }

    @Override
    public Map<String, BigDecimal> money() {
        return money == null ? Map.of() : money;
    }
}
