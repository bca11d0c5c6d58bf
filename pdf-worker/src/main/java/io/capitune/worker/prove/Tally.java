package io.capitune.worker.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.capitune.cv.document.Item;
import io.capitune.cv.job.Proof;

/** Counts what was looked for and found, and keeps what of it is shown. */
final class Tally {

    /** What may stand between a label and its text: a colon. */
    private static final int LONGEST_COLON = 2;

    private final ReadingText reading;
    private final List<String> shown = new ArrayList<>();
    private int expected;
    private int found;

    Tally(ReadingText reading) {
        this.reading = reading;
    }

    void count(Optional<ReadingText.Span> span) {
        expected++;
        found += span.isPresent() ? 1 : 0;
    }

    /**
     * Templates order an entry's facts differently, and what comes next follows them all: so what is missing here, and found in a
     * later entry, leaves the rest of this one behind.
     */
    void countAnyOrder(List<String> wanted) {
        var spans = wanted.stream().map(reading::ahead).toList();
        spans.forEach(this::count);
        spans.stream().flatMap(Optional::stream).forEach(reading::passed);
    }

    void show(String wanted) {
        var span = reading.next(wanted);
        count(span);
        span.map(reading::read).filter(read -> !read.isEmpty()).ifPresent(shown::add);
    }

    void show(Item item) {
        if (item.label() == null) {
            show(item.text());
            return;
        }
        var label = reading.next(item.label());
        var text = label.flatMap(before -> reading.next(item.text()));
        count(text);
        text.ifPresent(span -> shown.add(together(label.orElseThrow(), span)));
    }

    private String together(ReadingText.Span label, ReadingText.Span text) {
        return text.from() - label.to() <= LONGEST_COLON
                ? reading.read(new ReadingText.Span(label.from(), text.to()))
                : reading.read(label) + " " + reading.read(text);
    }

    Proof.Field field(String name) {
        return new Proof.Field(name, expected, found, String.join(" · ", shown));
    }
}
