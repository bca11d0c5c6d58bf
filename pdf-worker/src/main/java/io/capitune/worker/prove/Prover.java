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

/**
 * Reads the text back from the printed file and holds it against the composed CV, field by field and in order. What a proof
 * shows was read from the file, none of it is taken from the CV.
 */
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
        var tally = new Tally(reading);
        strings.forEach(tally::show);
        return tally.field(name);
    }

    private static Proof.Field section(ReadingText reading, Section section) {
        var tally = new Tally(reading);
        tally.count(reading.next(section.heading()));
        for (var entry : section.entries()) {
            tally.show(entry.title());
            tally.countAnyOrder(facts(entry));
            entry.lines().forEach(line -> tally.count(reading.next(line)));
        }
        section.items().forEach(tally::show);
        return tally.field(section.kind().name());
    }

    private static List<String> facts(Entry entry) {
        return Stream.<@Nullable String>of(
                        entry.organisation(),
                        entry.place(),
                        entry.contract(),
                        entry.dates(),
                        entry.url() == null ? null : shortened(entry.url()),
                        entry.summary())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** What every template prints of a web address, shortened or whole. */
    private static String shortened(String address) {
        return address.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
