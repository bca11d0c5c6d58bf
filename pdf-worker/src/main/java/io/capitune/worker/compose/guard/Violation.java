package io.capitune.worker.compose.guard;

/**
 * What a rewritten line says that its source does not.
 *
 * @param found the words in question
 */
public record Violation(Kind kind, String found) {

    /** The rules of the guard. */
    public enum Kind {
        SHAPE("La réécriture n’est pas une phrase lisible", "The rewrite is not a readable sentence"),
        NUMBER("Ce chiffre n’est pas dans votre texte", "This figure is not in your text"),
        DURATION("Cet âge ou cette durée n’est pas dans votre texte", "This age or duration is not in your text"),
        NAME("Ce nom n’est pas dans votre texte", "This name is not in your text"),
        SKILL("Cette compétence n’est pas dans votre texte", "This skill is not in your text"),
        GENDER("Le genre de ce métier a été changé", "The gender of this occupation was changed"),
        DEGREE(
                "Ce diplôme ou cette équivalence n’est pas dans votre texte",
                "This degree or equivalence is not in your text"),
        LEVEL("Ce niveau n’est pas celui que vous avez donné", "This level is not the one you gave"),
        RESPONSIBILITY("Votre texte ne dit pas cette responsabilité", "Your text does not claim this responsibility"),
        RESULT("Votre texte ne dit pas ce résultat", "Your text does not claim this result"),
        QUALITY("Vous n’avez pas dit cela de vous", "You did not say this of yourself"),
        OFFER("Ce mot vient de l’offre, pas de votre texte", "This word comes from the offer, not from your text"),
        DISTANT("La réécriture s’éloigne trop de votre texte", "The rewrite strays too far from your text");

        private final String french;
        private final String english;

        Kind(String french, String english) {
            this.french = french;
            this.english = english;
        }

        Violation of(String found) {
            return new Violation(this, found);
        }
    }

    /** Why the line was refused, for the person: {@code Ce chiffre n’est pas dans votre texte : « 40 % ».} */
    public String reason(String language) {
        if (language.equals("en")) {
            return found.isBlank() ? kind.english + "." : kind.english + ": “" + found + "”.";
        }
        return found.isBlank() ? kind.french + "." : kind.french + "\u00A0: «\u00A0" + found + "\u00A0».";
    }
}
