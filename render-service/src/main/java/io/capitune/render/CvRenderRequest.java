package io.capitune.render;

import io.capitune.cv.document.CvDocument;
import org.jspecify.annotations.Nullable;

/**
 * A CV to be laid out, as a preview sends it.
 *
 * @param template such as {@code classique}
 * @param pageSize {@code A4} or {@code Letter}
 */
public record CvRenderRequest(
        @Nullable CvDocument document,
        @Nullable String template,
        @Nullable String pageSize) {}
