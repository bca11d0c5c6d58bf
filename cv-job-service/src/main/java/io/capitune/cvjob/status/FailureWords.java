package io.capitune.cvjob.status;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.FailureCode;

/** What went wrong, for the person: what is safe first, then what to do. */
final class FailureWords {

    private FailureWords() {}

    /**
     * The words.
     *
     * @param language {@code fr} or {@code en}
     */
    static String of(CvJob job, FailureCode code, String language) {
        var english = language.equals("en");
        return (english ? safeInEnglish(job) : safeInFrench(job)) + " " + (english ? inEnglish(code) : inFrench(code));
    }

    private static String safeInFrench(CvJob job) {
        return job.period() == null
                ? "Rien n’est perdu et rien n’a été compté."
                : "Rien n’est perdu, et ce CV n’a pas été compté.";
    }

    private static String safeInEnglish(CvJob job) {
        return job.period() == null
                ? "Nothing is lost and nothing was counted."
                : "Nothing is lost, and this CV was not counted.";
    }

    private static String inFrench(FailureCode code) {
        return switch (code) {
            case MODEL_UNAVAILABLE -> "Le modèle de langue ne répond pas. Réessayez dans quelques minutes.";
            case MODEL_ANSWER_INVALID ->
                "Le modèle de langue n’a pas donné de réponse utilisable. Réessayez, ou passez par le formulaire.";
            case RENDER_FAILED -> "La mise en page n’a pas abouti. Réessayez.";
            case PRINT_FAILED -> "L’impression n’a pas abouti. Réessayez.";
            case PROOF_FAILED ->
                "Le PDF relu n’avait pas tout votre texte, nous ne vous le donnons donc pas. Nos polices n’ont pas tous les alphabets, et"
                        + " l’hébreu ou l’arabe vocalisé se relit mal\u00A0: récrivez ces passages, ou essayez un autre modèle de CV.";
            case STORAGE_FAILED -> "Le PDF n’a pas pu être enregistré. Réessayez.";
            case TOO_LONG -> "Le CV est trop long pour être imprimé. Raccourcissez-le et renvoyez-le.";
            case INTERNAL -> "Un incident de notre côté a interrompu le travail. Réessayez.";
        };
    }

    private static String inEnglish(FailureCode code) {
        return switch (code) {
            case MODEL_UNAVAILABLE -> "The language model does not answer. Try again in a few minutes.";
            case MODEL_ANSWER_INVALID -> "The language model gave no usable answer. Try again, or use the form.";
            case RENDER_FAILED -> "The layout did not succeed. Try again.";
            case PRINT_FAILED -> "Printing did not succeed. Try again.";
            case PROOF_FAILED ->
                "The PDF, read back, lacked some of your text, so we do not hand it out. Our fonts lack some alphabets, and Hebrew or"
                        + " Arabic with vowel points is not read back well: rewrite such passages, or try another template.";
            case STORAGE_FAILED -> "The PDF could not be stored. Try again.";
            case TOO_LONG -> "The CV is too long to be printed. Shorten it and send it again.";
            case INTERNAL -> "An incident on our side interrupted the work. Try again.";
        };
    }
}
