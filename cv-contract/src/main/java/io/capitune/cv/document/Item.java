package io.capitune.cv.document;

import org.jspecify.annotations.Nullable;

/** One printed line, with a label before it where it has one: {@code Outils : Excel, Teams}. */
public record Item(@Nullable String label, String text) {}
