package io.capitune.auth.audit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done and is to be remembered. No address stands in it, only ids: an entry cannot be taken back when an
 * account is erased.
 *
 * @param actor the id of the account that did it, or {@code operator}
 * @param act what it was, such as {@code account.suspended}
 * @param subject the id of the account it was done to; null where it was done to none
 * @param source the network it came from
 * @param reason in the actor's words; empty where none was wanted
 * @param details what else tells what happened, such as {@code from} and {@code to}
 */
public record AuditedAct(
        String actor, String act, @Nullable String subject, String source, String reason, Map<String, String> details) {

    /** The actor of what who runs the system does. */
    public static final String OPERATOR = "operator";

    public AuditedAct {
        details = Map.copyOf(details);
    }
}
