package io.capitune.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Pdf;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Submission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each example becomes a PDF that says what the example says, in both templates. The files are left in {@code target/printed}
 * for people to look at.
 */
class ExamplesTest {

    private static final List<String> TEMPLATES = List.of("classique", "moderne");
    private static final Set<String> ENGLISH = Set.of("software-engineer-uk", "nurse-us", "engineer-chinese");

    private record Printed(Candidate person, String job) {}

    private static final Map<String, Printed> PRINTED = new ConcurrentHashMap<>();

    /** All are submitted first, so that the workers print while the first are looked at. */
    @BeforeAll
    static void submitAll() {
        for (var file : Resumes.examples()) {
            var person = Candidate.signedIn();
            for (var template : TEMPLATES) {
                var submission = Submission.of(Resumes.example(file))
                        .with("template", template)
                        .with("language", ENGLISH.contains(name(file)) ? "en" : "fr")
                        .with("pageSize", name(file).equals("nurse-us") ? "Letter" : "A4");
                var job = Candidate.accepted(person.postJson("/api/cv/jobs", submission.json()));
                PRINTED.put(name(file) + template, new Printed(person, job));
            }
        }
    }

    static Stream<Arguments> examplesInBothTemplates() {
        return Resumes.examples().stream()
                .flatMap(file -> TEMPLATES.stream().map(template -> Arguments.of(name(file), template)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("examplesInBothTemplates")
    void exampleIsPrintedWithAllThatMatters(String name, String template) {
        var printed = PRINTED.get(name + template);
        printed.person().awaitDone(printed.job());

        var pdf = printed.person().download(printed.job());
        pdf.save(CapituneSystem.root().resolve("e2e/target/printed/%s-%s.pdf".formatted(name, template)));

        var resume = Resumes.example(Resumes.example(name + ".json"));
        assertThat(pdf.tagged()).isTrue();
        assertThat(pdf.language()).startsWith(ENGLISH.contains(name) ? "en" : "fr");
        assertThat(pdf.title()).contains(resume.at("/basics/name").asText());
        says(pdf, resume.at("/basics/name"));
        says(pdf, resume.at("/basics/email"));
        for (var work : resume.path("work")) {
            says(pdf, work.path("name"));
            says(pdf, work.path("position"));
            work.path("highlights").forEach(line -> says(pdf, line));
        }
        resume.path("education").forEach(school -> says(pdf, school.path("institution")));
    }

    private static void says(Pdf pdf, JsonNode text) {
        if (!text.isMissingNode()) {
            assertThat(pdf.says(text.asText()))
                    .as(text.asText() + " in " + pdf.text())
                    .isTrue();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }
}
