package io.capitune.cvjob.input;

import io.capitune.platform.error.FieldError;

/** The rules a submission can break beside those of its résumé, in words for the person. */
enum InputRule {
    OBJECT("Un objet JSON est attendu.", "A JSON object is expected."),
    UNKNOWN("Ce champ n’existe pas.", "There is no such field."),
    TEXT("Un texte est attendu ici.", "Text is expected here."),
    ONE_OF(
            "Donnez un CV structuré (resume) ou un texte (text).",
            "Give a structured résumé (resume) or a text (text)."),
    NOT_BOTH(
            "Donnez un CV structuré (resume) ou un texte (text), pas les deux.",
            "Give a structured résumé (resume) or a text (text), not both."),
    TOO_LONG("Trop long : %d caractères au plus.", "Too long: at most %d characters."),
    CONTROL(
            "Ce texte contient un caractère de contrôle invisible : retapez-le.",
            "This text holds an invisible control character: type it again."),
    CHOICE("Choisissez parmi : %s.", "Choose one of: %s.");

    private final String french;
    private final String english;

    InputRule(String french, String english) {
        this.french = french;
        this.english = english;
    }

    FieldError at(String pointer, String language, Object... details) {
        return new FieldError(pointer, (language.equals("en") ? english : french).formatted(details));
    }
}
