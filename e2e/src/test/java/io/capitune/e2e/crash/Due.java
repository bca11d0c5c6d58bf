package io.capitune.e2e.crash;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.e2e.system.Resumes;
import org.bson.Document;

/** What a submission must come to. */
enum Due {
    DONE,
    /** It takes two pages, and the workers of a {@link CrashSystem} print one. */
    TOO_LONG;

    /** With their highlights some hundred lines, of which a page holds sixty: far from what a tighter setting could gain. */
    private static final int MORE_JOBS = 12;

    private static final int HIGHLIGHTS = 5;

    /** Somebody's résumé that comes to it, and says the marker once. */
    ObjectNode resume(String name, String marker) {
        var resume = Resumes.of(name, "Entrepôt " + marker);
        if (this == TOO_LONG) {
            lengthen(resume);
        }
        return resume;
    }

    private static void lengthen(ObjectNode resume) {
        var work = resume.withArrayProperty("work");
        for (var job = 1; job <= MORE_JOBS; job++) {
            var more = work.addObject();
            more.put("name", "Dépôt " + job).put("position", "Cariste").put("startDate", 2020 - job + "-01");
            var highlights = more.putArray("highlights");
            for (var highlight = 1; highlight <= HIGHLIGHTS; highlight++) {
                highlights.add("Range %d palettes par jour dans l'allée %d.".formatted(10 * job, highlight));
            }
        }
    }

    /** Whether a job, as the database has it, came to it. */
    boolean isEndOf(Document job) {
        return this == DONE
                ? "DONE".equals(job.getString("status"))
                : "FAILED".equals(job.getString("status")) && name().equals(job.getString("failure"));
    }
}
