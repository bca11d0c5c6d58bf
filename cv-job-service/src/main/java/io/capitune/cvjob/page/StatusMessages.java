package io.capitune.cvjob.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of one CV’s page; English stands in {@code messages/status_en.properties}. */
@MessageBundle("status")
public interface StatusMessages {

    @Message("Mes CV")
    String myCvs();

    @Message("Fil d’Ariane")
    String crumbs();

    @Message("CV")
    String untitled();

    @Message("Votre CV s’imprime")
    String runningTitle();

    @Message("Encore quelques secondes. Vous pouvez fermer cette page\u00a0: un e-mail vous préviendra.")
    String runningLead();

    @Message("File d’attente")
    String queue();

    @Message("Plus personne devant vous.")
    String queuePassed();

    @Message("Vous êtes le prochain.")
    String queueNext();

    @Message("Votre place\u00a0: {place}.")
    String queuePlace(String place);

    @Message("Composition")
    String composing();

    @Message("Vos mots, rangés dans l’ordre qu’on attend d’un CV.")
    String composingText();

    @Message("Mise en page")
    String rendering();

    @Message("Le modèle choisi, au format {size}.")
    String renderingText(String size);

    @Message("Impression")
    String printing();

    @Message("Le PDF se fabrique, polices comprises.")
    String printingText();

    @Message("Vérification")
    String proving();

    @Message("Nous relisons le fichier comme le fera un ATS.")
    String provingText();

    @Message("Fait")
    String stageDone();

    @Message("En cours")
    String stageRunning();

    @Message("À venir")
    String stageTodo();

    @Message("Interrompu")
    String stageFailed();

    @Message("Depuis {seconds}\u00a0s")
    String since(long seconds);

    @Message("Depuis {minutes}\u00a0min")
    String sinceMinutes(long minutes);

    @Message("Connexion interrompue, nouvel essai chaque seconde. L’impression continue.")
    String lost();

    @Message("Annuler")
    String cancel();

    @Message("Si vous annulez, ce CV n’est pas compté.")
    String cancelSafe();

    @Message("Si vous annulez, le CV déjà fait reste tel quel.")
    String cancelSafeCorrection();

    @Message("Annuler ce CV\u202f?")
    String cancelTitle();

    @Message("L’impression s’arrête. Ce que vous avez écrit pour lui disparaît aussi.")
    String cancelText();

    @Message("Annuler le CV")
    String cancelDo();

    @Message("Continuer l’impression")
    String goOn();

    @Message("La vraie page remplace ce gabarit dès qu’elle est imprimée.")
    String skeleton();

    @Message("La page se recharge seule toutes les deux secondes.")
    String refreshes();

    @Message("L’impression n’a pas abouti")
    String failedTitle();

    @Message("Réessayer")
    String retry();

    @Message("Reprendre la saisie")
    String correctInput();

    @Message("Supprimer")
    String delete();

    @Message("Supprimer ce CV\u202f?")
    String deleteTitle();

    @Message("Le CV, son PDF et ce que vous aviez saisi disparaissent tout de suite. Cela ne peut pas être annulé.")
    String deleteText();

    @Message("Garder")
    String keep();

    @Message("Votre CV est prêt")
    String doneTitle();

    @Message("Imprimé et vérifié le {day} à {time}.")
    String doneLead(String day, String time);

    @Message("Télécharger le PDF")
    String download();

    @Message("Corriger")
    String correct();

    @Message("Dupliquer")
    String duplicate();

    @Message("Plus d’actions")
    String more();

    @Message("Corriger et réimprimer ne compte pas dans vos CV du mois.")
    String free();

    @Message("{size}\u00a0Ko")
    String kilobytes(long size);

    @Message("Le PDF est gardé jusqu’au {day} inclus.")
    String keptUntil(String day);

    @Message(
            "Le PDF sera effacé après le {day}. Téléchargez-le pour le garder ; réimprimer plus tard reste possible et ne compte pas.")
    String goesAfter(String day);

    @Message("Le PDF de ce CV est effacé")
    String goneTitle();

    @Message("Il était gardé jusqu’au {day}.")
    String goneSince(String day);

    @Message(
            "Ce que vous avez saisi est toujours là : réimprimez ce CV quand vous voulez, cela ne compte pas dans vos CV du mois.")
    String goneText();

    @Message("Réimprimer")
    String reprint();

    @Message("Première page du CV")
    String picture();

    @Message("La première page du PDF, telle qu’elle s’imprime.")
    String pictureCaption();

    @Message("Les phrases réécrites sont plus bas, avec leur source.")
    String pictureMarked();

    @Message("français")
    String french();

    @Message("anglais")
    String english();

    @Message("Classique")
    String classique();

    @Message("Moderne")
    String moderne();

    @Message("1 page")
    String onePage();

    @Message("{pages} pages")
    String pages(int pages);

    @Message("Visible par vous uniquement")
    String onlyYou();

    @Message("Ce qu’un ATS lit")
    String atsTitle();

    @Message("Relu dans le PDF terminé, dans l’ordre des lignes.")
    String atsLead();

    @Message("{found} éléments, tous trouvés")
    String allFound(int found);

    @Message("Retrouvé\u00a0: {found} sur {expected}")
    String partFound(int found, int expected);

    @Message("Caractères")
    String characters();

    @Message("Aucun caractère perdu ni remplacé")
    String noneLost();

    @Message("{lost} caractères perdus")
    String someLost(int lost);

    @Message("Longueur")
    String length();

    @Message("Trouvé")
    String found();

    @Message("À vérifier")
    String missing();

    @Message("Voir le texte brut lu dans le PDF")
    String rawText();

    @Message("Texte brut")
    String rawTextLabel();

    @Message("Nom")
    String fieldName();

    @Message("Titre")
    String fieldTitle();

    @Message("Coordonnées")
    String fieldContacts();

    @Message("Accroche")
    String fieldSummary();

    @Message("Expérience")
    String fieldWork();

    @Message("Formation")
    String fieldEducation();

    @Message("Compétences")
    String fieldSkills();

    @Message("Langues")
    String fieldLanguages();

    @Message("Certifications")
    String fieldCertificates();

    @Message("Projets")
    String fieldProjects();

    @Message("Bénévolat")
    String fieldVolunteer();

    @Message("Distinctions")
    String fieldAwards();

    @Message("Publications")
    String fieldPublications();

    @Message("Autres infos")
    String fieldInformation();

    @Message("Centres d’intérêt")
    String fieldInterests();

    @Message("Phrases réécrites et leurs sources")
    String rewritesTitle();

    @Message("Réécrites\u00a0: {rewritten} · gardées telles quelles\u00a0: {kept}")
    String rewritesCount(long rewritten, long kept);

    @Message("Ce que vous avez écrit")
    String source();

    @Message("Ce que dit le CV")
    String line();

    @Message("Résultat")
    String result();

    @Message("Réécrite")
    String rewritten();

    @Message("Gardée telle quelle")
    String keptAsIs();

    @Message("La réécriture disait «\u00a0{line}\u00a0»")
    String refusedSaid(String line);

    @Message("«\u00a0")
    String openQuote();

    @Message("\u00a0»")
    String closeQuote();

    @Message("Toutes les autres phrases sont les vôtres, mot pour mot.")
    String othersYours();

    @Message("À savoir")
    String notes();
}
