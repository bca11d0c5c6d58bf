package io.capitune.cv.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.capitune.cv.document.Item;
import io.capitune.cv.resume.PartialDate;
import io.capitune.cv.resume.Resume.Certificate;
import io.capitune.cv.resume.Resume.Extras;
import io.capitune.cv.resume.Resume.Interest;
import io.capitune.cv.resume.Resume.Language;
import io.capitune.cv.resume.Resume.LanguageExtras;
import org.jspecify.annotations.Nullable;

/** What a CV says in one line each: languages, certificates, further information, interests. */
final class Items {

    private final Wording wording;
    private final Dates dates;

    Items(Wording wording) {
        this.wording = wording;
        this.dates = new Dates(wording);
    }

    /** The European level with its test and year where given; otherwise the fluency as the person says it. */
    List<Item> languages(List<Language> languages) {
        List<Item> items = new ArrayList<>();
        for (Language language : languages) {
            String name = CvText.orNull(language.language());
            String level = level(language);
            if (name != null) {
                items.add(level == null ? new Item(null, name) : new Item(name, level));
            }
        }
        return items;
    }

    private static @Nullable String level(Language language) {
        LanguageExtras extras = language.meta() == null ? null : language.meta().capitune();
        if (extras == null) {
            return CvText.orNull(language.fluency());
        }
        String cefr = CvText.orNull(extras.cefr());
        String level = cefr == null ? CvText.orNull(language.fluency()) : cefr.toUpperCase(Locale.ROOT);
        String proof = CvText.join(
                ", ",
                extras.test(),
                extras.year() == null ? null : extras.year().toString());
        if (level == null || proof == null) {
            return level == null ? proof : level;
        }
        return level + " (" + proof + ")";
    }

    /** "CACES R489 catégorie 3 · Afpa · mars 2022 · valable jusqu’à mars 2027", newest first, undated last. */
    List<Item> certificates(List<Certificate> certificates) {
        Comparator<Certificate> newestFirst =
                Comparator.comparing(Certificate::date, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()));
        return certificates.stream()
                .sorted(newestFirst.reversed())
                .map(certificate -> CvText.join(
                        " · ",
                        certificate.name(),
                        certificate.issuer(),
                        dates.date(certificate.date()),
                        validUntil(certificate)))
                .filter(Objects::nonNull)
                .map(text -> new Item(null, text))
                .toList();
    }

    private @Nullable String validUntil(Certificate certificate) {
        PartialDate end = certificate.meta() == null || certificate.meta().capitune() == null
                ? null
                : certificate.meta().capitune().validUntil();
        String date = dates.date(end);
        return date == null ? null : wording.validUntil(date);
    }

    /** Driving licence, the person's own lines, and recognised disability only where they switched it on. */
    List<Item> information(Extras extras) {
        String rqth = extras.rqth()
                ? wording.say(
                        "Reconnaissance de la qualité de travailleur handicapé (RQTH)",
                        "Recognised as a disabled worker in France (RQTH)")
                : null;
        return Stream.of(
                        Stream.of(drivingLicence(CvText.clean(extras.drivingLicence()))),
                        CvText.lines(extras.information()).stream(),
                        Stream.of(CvText.clean(extras.ageOrWorkPermit()), CvText.clean(rqth)))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(text -> new Item(null, text))
                .toList();
    }

    private String drivingLicence(String given) {
        // "B", "B, BE", "A2 B" are categories; anything longer already says what it is.
        return given.matches("(?i)[A-Z]{1,2}\\d?E?([\\s,/+]+(et |and )?[A-Z]{1,2}\\d?E?)*")
                ? wording.drivingLicence(given)
                : given;
    }

    /** Interests with details have a line each; the others share one. */
    List<Item> interests(List<Interest> interests) {
        List<Item> items = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Interest interest : interests) {
            String name = CvText.orNull(interest.name());
            List<String> details = CvText.lines(interest.keywords());
            if (name != null && !details.isEmpty()) {
                items.add(new Item(name, String.join(", ", details)));
            } else if (name != null) {
                plain.add(name);
            } else {
                plain.addAll(details);
            }
        }
        if (!plain.isEmpty()) {
            items.add(new Item(null, String.join(", ", plain)));
        }
        return items;
    }
}
