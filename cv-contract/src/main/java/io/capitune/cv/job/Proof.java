package io.capitune.cv.job;

import java.util.List;

/**
 * What a reader finds in the printed file itself.
 *
 * @param fields what was looked for, in reading order
 * @param lostCharacters characters without a glyph; a proof with any fails
 * @param text the whole text as read back
 */
public record Proof(List<Field> fields, int lostCharacters, String text) {

    public Proof {
        fields = List.copyOf(fields);
    }

    /**
     * One part of the CV.
     *
     * @param name {@code NAME}, {@code TITLE}, {@code CONTACTS}, {@code SUMMARY}, or a section's kind
     * @param expected how many strings the composed CV has there
     * @param found how many of them were read back, in order
     * @param read what was found, as it was read
     */
    public record Field(String name, int expected, int found, String read) {

        /** Whether all was found. */
        public boolean complete() {
            return expected == found;
        }
    }

    /** Whether every field is there and no character was lost. */
    public boolean holds() {
        return lostCharacters == 0 && fields.stream().allMatch(Field::complete);
    }
}
