package io.capitune.auth.admin.page;

import java.util.Locale;

/** What is done to an account behind a question. */
public enum UserAct {
    SUSPEND,
    RESTORE,
    RESET_SECOND_FACTOR,
    DELETE;

    /** The act that an address ends with. */
    public static UserAct fromString(String segment) {
        return valueOf(segment.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What its address ends with. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
