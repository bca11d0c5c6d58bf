package io.capitune.auth.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What administrators do to accounts, by the names that the audit log keeps. */
public enum Act {
    CREATED,
    ROLE_CHANGED,
    SUSPENDED,
    RESTORED,
    FACTOR_RESET,
    DELETED;

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Act::id).toList();
    }

    /** The act of a name. */
    public static Optional<Act> of(String id) {
        return Arrays.stream(values()).filter(act -> act.id().equals(id)).findFirst();
    }

    /** Such as {@code account.role-changed}. */
    public String id() {
        return "account." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
