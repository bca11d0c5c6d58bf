package io.capitune.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Pdf;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Sheet;
import io.capitune.e2e.system.Submission;
import io.capitune.e2e.system.TextReaders;

/**
 * Every example in every template, each printed twice: for two people, by two workers, each of which worked while the other stood
 * still, so that no browser printed both. The files are left in {@code target/printed} for people to look at.
 */
final class PrintedExamples {

    static final List<String> TEMPLATES = List.of("classique", "moderne");

    private static final Set<String> ENGLISH = Set.of("software-engineer-uk", "nurse-us", "engineer-chinese");
    private static final Path FOLDER = CapituneSystem.root().resolve("e2e/target/printed");

    private final Map<String, Pdf> first = new TreeMap<>();
    private final Map<String, Pdf> second = new TreeMap<>();
    private final Map<String, Sheet> sheets = new TreeMap<>();
    private final Map<Path, Map<String, String>> texts;

    private PrintedExamples() {
        CapituneSystem.get().whileOnlyWorks(0, () -> printAll(first));
        CapituneSystem.get().whileOnlyWorks(1, () -> printAll(second));
        first.forEach((name, pdf) -> pdf.save(file(name)));
        texts = TextReaders.read(
                first.keySet().stream().map(PrintedExamples::file).toList());
    }

    /** Prints them all. */
    static PrintedExamples printed() {
        return new PrintedExamples();
    }

    /** The names of all: {@code infirmiere-moderne}. */
    static Stream<String> names() {
        return Resumes.examples().stream()
                .flatMap(file -> TEMPLATES.stream().map(template -> example(file) + "-" + template));
    }

    Pdf first(String name) {
        return first.get(name);
    }

    Pdf second(String name) {
        return second.get(name);
    }

    /** What the person saw before it was printed. */
    Sheet sheet(String name) {
        return sheets.get(name);
    }

    /** What a program other than PDFBox reads in it. */
    String text(String name, String reader) {
        return texts.get(file(name)).get(reader);
    }

    static ObjectNode resume(String name) {
        return Resumes.example(Resumes.example(name.replaceAll("-[a-z]+$", "") + ".json"));
    }

    static String language(String name) {
        return ENGLISH.contains(name.replaceAll("-[a-z]+$", "")) ? "en" : "fr";
    }

    /** All are submitted before the first is waited for. */
    private void printAll(Map<String, Pdf> into) {
        record Job(String name, Candidate person, String id) {}
        var jobs = new ArrayList<Job>();
        for (var file : Resumes.examples()) {
            var person = Candidate.signedIn();
            for (var template : TEMPLATES) {
                var name = example(file) + "-" + template;
                var submission = submission(name, template).json();
                var preview = person.postForm("/cv/preview", Map.of("job", submission));
                sheets.put(name, Sheet.of(preview.text()));
                jobs.add(new Job(name, person, Candidate.accepted(person.postJson("/api/cv/jobs", submission))));
            }
        }
        for (var job : jobs) {
            job.person().awaitDone(job.id());
            into.put(job.name(), job.person().download(job.id()));
        }
    }

    private static Submission submission(String name, String template) {
        return Submission.of(resume(name))
                .with("template", template)
                .with("language", language(name))
                .with("pageSize", name.startsWith("nurse-us") ? "Letter" : "A4");
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".pdf");
    }

    private static String example(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }
}
