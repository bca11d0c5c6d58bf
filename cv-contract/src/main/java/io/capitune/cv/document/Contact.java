package io.capitune.cv.document;

import org.jspecify.annotations.Nullable;

/**
 * One way to reach the person, as printed.
 *
 * @param href {@code mailto:}, {@code tel:} or {@code https:} target, or null for plain text such as a town
 */
public record Contact(String text, @Nullable String href) {}
