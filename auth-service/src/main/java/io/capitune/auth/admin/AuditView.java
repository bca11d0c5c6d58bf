package io.capitune.auth.admin;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.capitune.auth.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param actorEmail the actor's address today; null for an account that is gone, and for the operator
 * @param subjectEmail the subject's address today; null for an account that is gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditView(
        long number,
        Instant at,
        String actor,
        @Nullable String actorEmail,
        String act,
        @Nullable String subject,
        @Nullable String subjectEmail,
        String source,
        String reason,
        Map<String, String> details) {

    private static final Set<String> TOLD = Set.of("from", "to", "role", "locale", "by");

    static AuditView of(AuditEntry entry, Map<String, String> addresses) {
        var subject = entry.subject();
        return new AuditView(
                entry.number(),
                entry.at(),
                entry.actor(),
                addresses.get(entry.actor()),
                entry.act(),
                subject,
                subject == null ? null : addresses.get(subject),
                entry.source(),
                entry.reason(),
                entry.details());
    }

    /** Whether who runs the system did it. */
    public boolean byOperator() {
        return Actor.OPERATOR.equals(actor);
    }

    /** The network that it came from, as people write it; empty where none is known. */
    public String network() {
        return Networks.written(source);
    }

    /** The details that are not told in words of their own. */
    public Map<String, String> more() {
        var more = new TreeMap<>(details);
        more.keySet().removeAll(TOLD);
        return more;
    }

    /** What else is told of it, such as a role before; empty where nothing is. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
