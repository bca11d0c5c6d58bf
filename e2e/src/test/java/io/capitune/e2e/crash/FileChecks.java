package io.capitune.e2e.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bson.Document;

/**
 * The files in the store are those of the done jobs. What a worker had stored when it was killed, or could not delete from a
 * store that failed, may be left over until the storage check reports it; each such file needs its cause.
 */
final class FileChecks {

    private final Set<String> stored;
    private final Set<String> troubled;
    private final int allowance;

    /**
     * What there is.
     *
     * @param troubled files that a failing store may have left over
     * @param allowance how many more may be left over by processes that ended, or lost their claims
     */
    FileChecks(Set<String> stored, Set<String> troubled, int allowance) {
        this.stored = stored;
        this.troubled = troubled;
        this.allowance = allowance;
    }

    List<Violation> violations(Collection<Document> jobs) {
        var found = new ArrayList<Violation>();
        var owners = new HashMap<String, String>();
        for (var job : jobs) {
            var pdf = job.get("pdf", Document.class);
            if (pdf == null) {
                continue;
            }
            var id = job.getString("_id");
            var other = owners.put(pdf.getString("blob"), id);
            if (other != null) {
                found.add(new Violation(id, "has the same file as job " + other));
            }
            if (!stored.contains(pdf.getString("blob"))) {
                found.add(new Violation(id, "its file is not in the store: " + pdf.getString("blob")));
            }
        }
        var unexplained = orphans(owners.keySet());
        unexplained.removeAll(troubled);
        if (unexplained.size() > allowance) {
            found.add(new Violation(
                    "",
                    "%d files of no job, of which %d may be: %s"
                            .formatted(unexplained.size(), allowance, unexplained)));
        }
        return found;
    }

    /** Files of none of these. */
    Set<String> orphans(Set<String> owned) {
        var orphans = new HashSet<>(stored);
        orphans.removeAll(owned);
        return orphans;
    }
}
