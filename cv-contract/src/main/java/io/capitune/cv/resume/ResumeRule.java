package io.capitune.cv.resume;

import java.util.Locale;

/** The rules a résumé can break, in words for its owner. */
enum ResumeRule {
    OBJECT("Un objet JSON Resume est attendu ici.", "A JSON Resume object is expected here."),
    TEXT("Un texte est attendu ici.", "Text is expected here."),
    LIST("Une liste est attendue ici.", "A list is expected here."),
    NUMBER("Un nombre entier est attendu ici.", "A whole number is expected here."),
    BOOLEAN("Oui ou non (true, false) est attendu ici.", "Yes or no (true, false) is expected here."),
    REQUIRED("Ce champ est nécessaire.", "This field is required."),
    UNKNOWN("Ce champ n’existe pas dans JSON Resume 1.0.0.", "JSON Resume 1.0.0 has no such field."),
    TOO_LONG("Trop long : %s caractères au plus.", "Too long: at most %s characters."),
    TOO_MANY("Trop d’éléments : %s au plus.", "Too many items: at most %s."),
    DATE("Date attendue sous la forme AAAA, AAAA-MM ou AAAA-MM-JJ.", "A date is written YYYY, YYYY-MM or YYYY-MM-DD."),
    DATE_RANGE("Cette date doit se trouver entre 1900 et 2100.", "This date must lie between 1900 and 2100."),
    ORDER("La fin ne peut pas précéder le début.", "The end cannot come before the start."),
    EMAIL(
            "Cette adresse e-mail n’est pas complète, par exemple nom@exemple.fr.",
            "This e-mail address is not complete, for example name@example.com."),
    URL(
            "Cette adresse web n’est pas valable, par exemple https://exemple.fr.",
            "This web address is not valid, for example https://example.com."),
    COUNTRY("Le pays s’écrit en deux lettres, par exemple FR.", "The country is two letters, for example GB."),
    CEFR("Le niveau va de A1 à C2.", "The level is one of A1 to C2."),
    OUT_OF_RANGE("Ce nombre est hors des limites.", "This number is out of bounds."),
    CHOICE("Cette valeur n’est pas dans la liste.", "This value is not one of the list."),
    CONTROL(
            "Ce texte contient un caractère de contrôle invisible : retapez-le.",
            "This text holds an invisible control character: type it again."),
    OTHER("Cette valeur n’est pas valable.", "This value is not valid.");

    private final String french;
    private final String english;

    ResumeRule(String french, String english) {
        this.french = french;
        this.english = english;
    }

    ResumeProblem at(String pointer, String language, Object... details) {
        String words = language.equals("en") ? english : french;
        return new ResumeProblem(pointer, words.formatted(details).strip());
    }

    /** The rule for a JSON type that was expected and not found. */
    static ResumeRule ofType(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "object" -> OBJECT;
            case "string" -> TEXT;
            case "array" -> LIST;
            case "integer", "number" -> NUMBER;
            case "boolean" -> BOOLEAN;
            default -> OTHER;
        };
    }
}
