package io.capitune.cvjob.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the list of CVs and of the plans; English stands in {@code messages/cvs_en.properties}. */
@MessageBundle("cvs")
public interface CvsMessages {

    @Message("Mes CV")
    String title();

    @Message("Nouveau CV")
    String newCv();

    @Message("Quota")
    String quota();

    @Message("Il vous reste {left} CV sur {limit} en {month}.")
    String quotaLeft(int left, int limit, String month);

    @Message("Vos {limit} CV de {month} sont utilisés.")
    String quotaNone(int limit, String month);

    @Message("Corriger et réimprimer ne compte pas. {limit} nouveaux le 1er {next}.")
    String quotaFree(int limit, String next);

    @Message("Voir les offres")
    String seePlans();

    @Message("français")
    String french();

    @Message("anglais")
    String english();

    @Message("Classique")
    String classique();

    @Message("Moderne")
    String moderne();

    @Message("Visible par vous uniquement")
    String onlyYou();

    @Message("Prêt")
    String ready();

    @Message("Imprimé le {when}")
    String printedOn(String when);

    @Message("PDF effacé")
    String pdfGone();

    @Message("Votre saisie est gardée. Réimprimer ne compte pas.")
    String pdfGoneText();

    @Message("Réimprimer")
    String reprint();

    @Message("En attente")
    String queued();

    @Message("Place {place} dans la file")
    String place(String place);

    @Message("En impression")
    String running();

    @Message("Étape {step} sur 4")
    String step(int step);

    @Message("Impression échouée")
    String failed();

    @Message("Télécharger")
    String download();

    @Message("Corriger")
    String correct();

    @Message("Suivre")
    String follow();

    @Message("Réessayer")
    String retry();

    @Message("Reprendre la saisie")
    String input();

    @Message("Plus d’actions pour {title}")
    String more(String title);

    @Message("Dupliquer")
    String duplicate();

    @Message("Supprimer")
    String delete();

    @Message("Annuler l’impression")
    String cancel();

    @Message("Supprimer ce CV\u202f?")
    String deleteTitle();

    @Message("Le CV, son PDF et ce que vous aviez saisi disparaissent tout de suite. Cela ne peut pas être annulé.")
    String deleteText();

    @Message("Garder")
    String keep();

    @Message("C’est supprimé.")
    String gone();

    @Message("Voir les CV plus anciens")
    String next();

    @Message("Revenir aux plus récents")
    String first();

    @Message("Votre premier CV commence avec ce que vous avez")
    String emptyTitle();

    @Message(
            "Même incomplet, même en désordre. L’aperçu est libre\u202f; seul le PDF compte dans vos {limit} CV du mois.")
    String emptyText(int limit);

    @Message("Remplir le formulaire")
    String chooseForm();

    @Message("Rubrique par rubrique, avec l’aperçu à côté")
    String chooseFormText();

    @Message("Coller un texte")
    String chooseText();

    @Message("Un ancien CV, ou quelques phrases comme vous les diriez à quelqu’un")
    String chooseTextText();

    @Message("Importer un JSON Resume")
    String chooseImport();

    @Message("Tous les champs, sans perte")
    String chooseImportText();

    @Message("Commencer un CV")
    String begin();

    @Message("Le gratuit suffit souvent")
    String plansTitle();

    @Message(
            "Pro sert quand vous répondez à beaucoup d’offres différentes. La qualité du PDF, la preuve et vos droits sont les mêmes.")
    String plansLead();

    @Message("{used} CV sur {limit} utilisés en {month}")
    String used(int used, int limit, String month);

    @Message("{limit} nouveaux le 1er {next}.")
    String renewed(int limit, String next);

    @Message("Gratuit")
    String free();

    @Message("Pro")
    String pro();

    @Message("Votre offre")
    String yours();

    @Message("CV par mois")
    String perMonth();

    @Message("Nouveaux CV")
    String rowNew();

    @Message("{count} par mois")
    String perMonthCount(int count);

    @Message("Corriger et réimprimer")
    String rowCorrect();

    @Message("Gratuit, {times} fois par CV")
    String correctFree(int times);

    @Message("PDF gardé après l’impression")
    String rowKeep();

    @Message("{days} jours")
    String keepDays(long days);

    @Message("Sans limite")
    String keepEver();

    @Message("Modèles")
    String rowTemplates();

    @Message("Classique et Moderne")
    String bothTemplates();

    @Message("Source de chaque phrase")
    String rowSource();

    @Message("Ce qu’un ATS lit")
    String rowAts();

    @Message("Oui")
    String yes();

    @Message("Rester en gratuit")
    String stayFree();

    @Message("Le passage à Pro se fait pour l’instant sur demande, auprès de qui vous a ouvert ce service.")
    String onRequest();

    @Message("Vous avez déjà Pro.")
    String proIsYours();

    @Message("Et si j’arrête\u202f?")
    String questionStop();

    @Message("Vos CV et vos PDF restent à vous, dans les deux offres.")
    String answerStop();

    @Message("Est-ce que ça se renouvelle\u202f?")
    String questionRenew();

    @Message("Aucun paiement n’est pris ici, aucun essai ne se transforme en abonnement.")
    String answerRenew();

    @Message("Et mes données\u202f?")
    String questionData();

    @Message(
            "Les mêmes règles dans les deux offres\u00a0: vous seul voyez vos CV, et vous les effacez quand vous voulez.")
    String answerData();
}
