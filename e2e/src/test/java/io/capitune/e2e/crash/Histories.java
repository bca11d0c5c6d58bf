package io.capitune.e2e.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that is known of one job, to read after a failure: its records, its mail, and each log line that names it. */
final class Histories {

    private static final int MOST_LINES = 40;

    private final Ledger ledger;
    private final ResendStub mails;
    private final Path logs;

    Histories(Ledger ledger, ResendStub mails, Path logs) {
        this.ledger = ledger;
        this.mails = mails;
        this.logs = logs;
    }

    List<String> of(String job) {
        var lines = new ArrayList<String>();
        lines.add("job     " + ledger.jobs().get(job));
        for (var event : ledger.eventsOf(job)) {
            var key = event.getString("_id");
            lines.add("event   " + event);
            lines.add("mail    offered %d times, kept as %s".formatted(mails.tries(key), ledger.mailsOf(key)));
        }
        try (var files = Files.list(logs)) {
            for (var file : files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                lines.addAll(saying(file, job));
            }
        } catch (IOException e) {
            lines.add("logs    unreadable: " + e);
        }
        return lines;
    }

    private static List<String> saying(Path file, String job) throws IOException {
        try (var all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return all.filter(line -> line.contains(job))
                    .limit(MOST_LINES)
                    .map(line ->
                            "%-8s%s".formatted(file.getFileName().toString().replaceFirst("\\.log$", ""), line))
                    .toList();
        }
    }
}
