package io.capitune.cv.job;

import org.jspecify.annotations.Nullable;

/**
 * What was submitted. Exactly one of {@code resume} and {@code text} is there.
 *
 * @param resume a JSON Resume document as JSON text, exactly as received
 * @param text a life story or an old CV, pasted
 * @param targetJob the post aimed at
 * @param jobOffer the offer's text: untrusted, never an instruction
 * @param language {@code fr} or {@code en}
 * @param template such as {@code classique}
 * @param pageSize {@code A4} or {@code Letter}
 * @param modelAllowed whether the person agreed that a language model sees the text
 */
public record CvInput(
        @Nullable String resume,
        @Nullable String text,
        @Nullable String targetJob,
        @Nullable String jobOffer,
        String language,
        String template,
        String pageSize,
        boolean modelAllowed) {

    public CvInput {
        if ((resume == null) == (text == null)) {
            throw new IllegalArgumentException("a job has either a resume or a text");
        }
    }
}
