package io.capitune.auth.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What who runs the system does beside acts on one account, by the names that the audit log keeps. */
public enum OperatorAct {
    ACCOUNTS_IMPORTED(true),
    KEYS_ROTATED(true),
    KEYS_REPLACED(true),
    PLAN_CHANGED(false),
    QUEUE_DRAINED(false),
    QUEUE_RESUMED(false),
    JOB_RETRIED(false),
    JOBS_PURGED(false),
    FILES_DELETED(false);

    private final boolean here;

    OperatorAct(boolean here) {
        this.here = here;
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(OperatorAct::id).toList();
    }

    /** The act of a name that another service does, and has written down here. */
    static Optional<OperatorAct> elsewhere(String id) {
        return Arrays.stream(values())
                .filter(act -> !act.here && act.id().equals(id))
                .findFirst();
    }

    /** Such as {@code queue.drained}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
