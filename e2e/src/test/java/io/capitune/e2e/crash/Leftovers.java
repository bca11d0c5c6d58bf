package io.capitune.e2e.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** What killed processes may leave behind and must not: processes of nobody, browsers too many, profiles of dead browsers. */
final class Leftovers {

    private static final String PROFILE = "playwright_chromiumdev_profile";

    private final JsonNode status;
    private final Sightings sightings;
    private final List<Violation> violations = new ArrayList<>();

    /** Looks, once every process is ready. */
    Leftovers(JsonNode status, Sightings sightings) {
        this.status = status;
        this.sightings = sightings;
    }

    List<Violation> violations() {
        Set<Long> wanted = new HashSet<>();
        status.get("services").forEach(row -> wanted.add(row.get("pid").asLong()));
        status.get("workers").forEach(row -> wanted.add(row.get("pid").asLong()));
        sightings
                .leftBehind(CrashSystem.DATA, wanted)
                .forEach(entry -> found("left behind: %s %s".formatted(entry, entry.command())));
        var table = ProcessTable.of(CrashSystem.DATA);
        lookForTooMany("browsers", table.browsers());
        lookForTooMany("drivers", table.drivers());
        status.get("workers").forEach(row -> lookForProfiles(row.get("name").asText()));
        return violations;
    }

    private void lookForTooMany(String what, List<ProcessTable.Entry> found) {
        found.stream().collect(Collectors.groupingBy(ProcessTable.Entry::name)).forEach((worker, own) -> {
            if (own.size() > CrashSystem.mostBrowsers()) {
                found("%s has %d %s: %s".formatted(worker, own.size(), what, own));
            }
        });
    }

    private void lookForProfiles(String worker) {
        try (var files = Files.find(
                CrashSystem.DATA.resolve("run/tmp").resolve(worker),
                2,
                (file, attributes) -> attributes.isDirectory() && isProfile(file))) {
            var profiles = files.toList();
            if (profiles.size() > CrashSystem.mostBrowsers()) {
                found("%s has %d profiles: %s".formatted(worker, profiles.size(), profiles));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProfile(Path file) {
        return file.getFileName().toString().startsWith(PROFILE);
    }

    private void found(String what) {
        violations.add(new Violation("", what));
    }
}
