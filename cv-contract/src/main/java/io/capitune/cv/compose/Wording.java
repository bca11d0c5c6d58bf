package io.capitune.cv.compose;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.capitune.cv.document.Section.Kind;

/** The few words a CV adds to its owner's, in its language. */
enum Wording {
    FRENCH(
            Locale.FRENCH,
            List.of("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
            Map.ofEntries(
                    Map.entry(Kind.WORK, "Expérience professionnelle"),
                    Map.entry(Kind.EDUCATION, "Formation"),
                    Map.entry(Kind.SKILLS, "Compétences"),
                    Map.entry(Kind.LANGUAGES, "Langues"),
                    Map.entry(Kind.CERTIFICATES, "Certifications"),
                    Map.entry(Kind.PROJECTS, "Projets"),
                    Map.entry(Kind.VOLUNTEER, "Bénévolat"),
                    Map.entry(Kind.AWARDS, "Distinctions"),
                    Map.entry(Kind.PUBLICATIONS, "Publications"),
                    Map.entry(Kind.INFORMATION, "Informations complémentaires"),
                    Map.entry(Kind.INTERESTS, "Centres d’intérêt")),
            "\u00A0: ") {
        @Override
        String since(String date) {
            return "depuis " + date;
        }

        @Override
        String drivingLicence(String category) {
            return "Permis " + category;
        }

        @Override
        String validUntil(String date) {
            return "valable jusqu’à " + date;
        }

        @Override
        String rncp(int level) {
            return "RNCP, niveau " + level;
        }
    },
    ENGLISH(
            Locale.ENGLISH,
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            Map.ofEntries(
                    Map.entry(Kind.WORK, "Work experience"),
                    Map.entry(Kind.EDUCATION, "Education"),
                    Map.entry(Kind.SKILLS, "Skills"),
                    Map.entry(Kind.LANGUAGES, "Languages"),
                    Map.entry(Kind.CERTIFICATES, "Certifications"),
                    Map.entry(Kind.PROJECTS, "Projects"),
                    Map.entry(Kind.VOLUNTEER, "Volunteering"),
                    Map.entry(Kind.AWARDS, "Awards"),
                    Map.entry(Kind.PUBLICATIONS, "Publications"),
                    Map.entry(Kind.INFORMATION, "Additional information"),
                    Map.entry(Kind.INTERESTS, "Interests")),
            ": ") {
        @Override
        String since(String date) {
            return date + " – Present";
        }

        @Override
        String drivingLicence(String category) {
            return "Driving licence " + category;
        }

        @Override
        String validUntil(String date) {
            return "valid until " + date;
        }

        @Override
        String rncp(int level) {
            return "RNCP, level " + level;
        }
    };

    private final Locale locale;
    private final List<String> months;
    private final Map<Kind, String> headings;
    private final String colon;

    Wording(Locale locale, List<String> months, Map<Kind, String> headings, String colon) {
        this.locale = locale;
        this.months = months;
        this.headings = headings;
        this.colon = colon;
    }

    /** @throws IllegalArgumentException for a language that CVs are not made in */
    static Wording of(String language) {
        return switch (language) {
            case "fr" -> FRENCH;
            case "en" -> ENGLISH;
            default -> throw new IllegalArgumentException("no CVs in this language: " + language);
        };
    }

    abstract String since(String date);

    abstract String drivingLicence(String category);

    abstract String validUntil(String date);

    abstract String rncp(int level);

    Locale locale() {
        return locale;
    }

    String heading(Kind kind) {
        return headings.get(kind);
    }

    /** @param month 1 to 12 */
    String month(int month) {
        return months.get(month - 1);
    }

    /** A label that we add before the person's words. */
    String labelled(String french, String english, String text) {
        return say(french, english) + colon + text;
    }

    String say(String french, String english) {
        return this == FRENCH ? french : english;
    }
}
