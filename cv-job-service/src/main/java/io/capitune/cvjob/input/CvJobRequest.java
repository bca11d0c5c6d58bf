package io.capitune.cvjob.input;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A submission as it comes, nothing checked yet but the types. Exactly one of {@code resume} and {@code text} is wanted.
 *
 * @param resume a JSON Resume 1.0.0 document
 * @param text a life story or an old CV, pasted; needs a language model
 * @param targetJob the post aimed at
 * @param jobOffer the offer's text
 * @param language {@code fr} or {@code en}; the account's where absent
 * @param template such as {@code classique}, which is the default
 * @param pageSize {@code A4}, the default, or {@code Letter}
 */
public record CvJobRequest(
        @Nullable JsonNode resume,
        @Nullable String text,
        @Nullable String targetJob,
        @Nullable String jobOffer,
        @Nullable String language,
        @Nullable String template,
        @Nullable String pageSize) {}
