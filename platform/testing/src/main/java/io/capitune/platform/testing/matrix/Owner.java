package io.capitune.platform.testing.matrix;

import java.util.Arrays;
import java.util.Locale;

/** Whose the object is that a request names. */
public enum Owner {
    /** No object is named: {@code -} in the table. */
    NONE,
    /** It belongs to no account: said outright where a path has a parameter and no owner. */
    NOBODYS,
    /** The caller's. */
    OWN,
    /** Somebody else's. */
    ANOTHER,
    /** There is no such object. */
    UNKNOWN;

    static Owner of(String word) {
        if (word.equals("-")) {
            return NONE;
        }
        return Arrays.stream(values())
                .filter(owner -> owner != NONE && owner.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no owner: " + word));
    }

    /** As the table writes it. */
    String word() {
        return this == NONE ? "-" : name().toLowerCase(Locale.ROOT);
    }
}
