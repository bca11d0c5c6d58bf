package io.capitune.platform.personal;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;

/** All that this service keeps about a person, whichever of its packages keeps it. */
@ApplicationScoped
public class PersonalDataParts {

    private final List<PersonalData> parts;
    private final ObjectMapper json;

    PersonalDataParts(@All List<PersonalData> parts, ObjectMapper json) {
        this.parts = parts;
        this.json = json;
    }

    /** A ZIP of all of it. */
    public TemporaryZip export(String accountId) {
        return TemporaryZip.of(zip -> {
            var archive = new PersonalArchive(zip, json);
            for (var part : parts) {
                part.export(accountId, archive);
            }
        });
    }

    /** What an erasure would take and leave. */
    public Share preview(String accountId, Locale language) {
        return parts.stream()
                .map(part -> part.preview(accountId, language))
                .reduce(Share::and)
                .orElseGet(Share::none);
    }

    /** Erases all of it; see {@link PersonalData#erase}. */
    public void erase(String accountId) {
        parts.forEach(part -> part.erase(accountId));
    }
}
