package io.capitune.cv.resume;

/**
 * One thing wrong in a résumé.
 *
 * @param pointer JSON pointer (RFC 6901) of the field, from the résumé's root
 * @param detail what is wrong and how to mend it, in the reader's language
 */
public record ResumeProblem(String pointer, String detail) {}
