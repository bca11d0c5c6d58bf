package io.capitune.worker.compose.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a model's tokens cost.
 *
 * @param model the model's name as the endpoint knows it
 * @param input price of a million tokens read
 * @param output price of a million tokens written
 * @param cached price of a million tokens read that the endpoint had in its cache; null where they cost as much as others
 * @param currency ISO 4217, such as {@code EUR}
 */
public record ModelPrice(
        String model,
        BigDecimal input,
        BigDecimal output,
        @Nullable BigDecimal cached,
        String currency) {

    private static final int MILLION = 6;
    private static final String FORM =
            "A price is `model input output [cached] currency`, such as `gpt-5-mini 0.25 2.00 0.025 USD`, not: ";

    public ModelPrice {
        if (model.isEmpty() || negative(input) || negative(output) || cached != null && negative(cached)) {
            throw new IllegalArgumentException("A price of a model that has no name, or below zero: " + model);
        }
        Currency.getInstance(currency);
    }

    /**
     * Reads a price as it is configured.
     *
     * @param text {@code model input output [cached] currency}, apart by spaces
     * @throws IllegalArgumentException where it is none; the message quotes it
     */
    public static ModelPrice of(String text) {
        List<String> parts = List.of(text.strip().split("\\s+"));
        if (parts.size() != 4 && parts.size() != 5) {
            throw new IllegalArgumentException(FORM + text);
        }
        try {
            return new ModelPrice(
                    parts.get(0),
                    new BigDecimal(parts.get(1)),
                    new BigDecimal(parts.get(2)),
                    parts.size() == 5 ? new BigDecimal(parts.get(3)) : null,
                    parts.getLast());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(FORM + text, e);
        }
    }

    /** The exact price of one answer. */
    BigDecimal of(TokenUsage usage) {
        BigDecimal read = input.multiply(BigDecimal.valueOf(usage.prompt() - usage.cached()));
        BigDecimal readFromCache = (cached == null ? input : cached).multiply(BigDecimal.valueOf(usage.cached()));
        BigDecimal written = output.multiply(BigDecimal.valueOf(usage.completion()));
        return read.add(readFromCache).add(written).movePointLeft(MILLION).stripTrailingZeros();
    }

    private static boolean negative(BigDecimal price) {
        return price.signum() < 0;
    }
}
