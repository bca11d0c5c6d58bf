package io.capitune.e2e.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.bson.Document;

/**
 * The files in the store are those of the done jobs. What a worker had stored when it was killed, or could not delete from a
 * store that failed, may be left over until the storage check reports it; each such file needs its cause.
 */
final class FileChecks {

    private final Set<String> stored;
    private final Set<String> excused;
    private final Map<String, String> jobsByMarker = new HashMap<>();
    private final Function<String, Set<String>> markersIn;

    /**
     * What there is.
     *
     * @param excused files that a failing store may have left over, or whose claims a killed server may have forgotten
     * @param accepted whose texts tell which job a file was printed for
     * @param markersIn the markers that a file says, by its name
     */
    FileChecks(
            Set<String> stored,
            Set<String> excused,
            List<Applicant.Job> accepted,
            Function<String, Set<String>> markersIn) {
        this.stored = stored;
        this.excused = excused;
        this.markersIn = markersIn;
        accepted.forEach(job -> jobsByMarker.put(job.marker(), job.id()));
    }

    List<Violation> violations(Collection<Document> jobs, LostLeases lost) {
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
        found.addAll(ofOrphans(owners.keySet(), lost));
        return found;
    }

    /** A claim stores one file at most: a job may leave as many as it lost leases. */
    private List<Violation> ofOrphans(Set<String> owned, LostLeases lost) {
        var found = new ArrayList<Violation>();
        var left = new HashMap<String, Integer>();
        var unexplained = orphans(owned);
        unexplained.removeAll(excused);
        for (var name : unexplained) {
            var job = jobOf(name);
            if (job == null) {
                found.add(new Violation("", "a file of no job that was accepted: " + name));
            } else {
                left.merge(job, 1, Integer::sum);
            }
        }
        left.forEach((job, count) -> {
            if (count > lost.of(job)) {
                found.add(new Violation(job, "left %d files over and lost %d leases".formatted(count, lost.of(job))));
            }
        });
        return found;
    }

    private String jobOf(String name) {
        try {
            var markers = markersIn.apply(name);
            return markers.size() == 1 ? jobsByMarker.get(markers.iterator().next()) : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** Files of none of these. */
    Set<String> orphans(Set<String> owned) {
        var orphans = new HashSet<>(stored);
        orphans.removeAll(owned);
        return orphans;
    }
}
