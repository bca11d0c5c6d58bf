package io.capitune.worker.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.Contact;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Section;
import io.capitune.cv.job.Proof;
import org.jspecify.annotations.Nullable;

/** Reads the text back from the printed file and holds it against the composed CV, field by field and in order. */
@ApplicationScoped
public class Prover {

    /** A proof, and the number of pages that was counted on the way. */
    public record Result(Proof proof, int pages) {}

    /**
     * Reads {@code pdf} and looks for every string of {@code document}.
     *
     * @throws IOException if the file is no readable PDF
     */
    public Result prove(byte[] pdf, CvDocument document) throws IOException {
        return hold(PdfReader.read(pdf), document);
    }

    /** Holds what was read against the composed CV. */
    static Result hold(ReadBack read, CvDocument document) {
        var reading = new ReadingText(read.text());
        var fields = new ArrayList<Proof.Field>();
        fields.add(inOrder("NAME", reading, List.of(document.name())));
        if (document.title() != null) {
            fields.add(inOrder("TITLE", reading, List.of(document.title())));
        }
        if (!document.contacts().isEmpty()) {
            var contacts = document.contacts().stream().map(Contact::text).toList();
            fields.add(inOrder("CONTACTS", reading, contacts));
        }
        if (document.summary() != null) {
            fields.add(inOrder("SUMMARY", reading, List.of(document.summary())));
        }
        document.sections().forEach(section -> fields.add(section(reading, section)));
        return new Result(new Proof(fields, read.lostCharacters(), read.text()), read.pages());
    }

    private static Proof.Field inOrder(String name, ReadingText reading, List<String> strings) {
        var found = (int) strings.stream().filter(reading::next).count();
        return new Proof.Field(name, strings.size(), found, String.join(" · ", strings));
    }

    private static Proof.Field section(ReadingText reading, Section section) {
        var headed = reading.next(section.heading());
        var found = headed ? 1 : 0;
        var expected = 1;
        for (var entry : section.entries()) {
            var facts = facts(entry);
            expected += 1 + facts.size() + entry.lines().size();
            found += reading.next(entry.title()) ? 1 : 0;
            // Templates order an entry's facts differently; its lines follow them all.
            found += (int) facts.stream().filter(reading::ahead).count();
            found += (int) entry.lines().stream().filter(reading::next).count();
        }
        for (var item : section.items()) {
            expected++;
            found += (item.label() == null || reading.next(item.label())) && reading.next(item.text()) ? 1 : 0;
        }
        return new Proof.Field(section.kind().name(), expected, found, display(section));
    }

    private static List<String> facts(Entry entry) {
        return Stream.<@Nullable String>of(
                        entry.organisation(), entry.place(), entry.contract(), entry.dates(), entry.summary())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static String display(Section section) {
        var titles = section.entries().stream().map(Entry::title);
        var items = section.items().stream()
                .map(item -> item.label() == null ? item.text() : item.label() + " : " + item.text());
        return String.join(" · ", Stream.concat(titles, items).toList());
    }
}
