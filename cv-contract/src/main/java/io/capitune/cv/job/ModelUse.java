package io.capitune.cv.job;

/**
 * How a language model was asked for the words of a composed CV.
 *
 * @param promptVersion which prompt, such as {@code rewrite-1}
 * @param schemaVersion which form of the answer, such as {@code rewrite-1}
 * @param kept whether the answer was kept from an earlier job of the same account, so that this one asked and paid nothing
 */
public record ModelUse(String promptVersion, String schemaVersion, boolean kept) {}
