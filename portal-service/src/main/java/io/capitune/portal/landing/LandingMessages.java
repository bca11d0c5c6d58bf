package io.capitune.portal.landing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the front page. What Camille wrote stays French in both languages: it is her real CV. */
@MessageBundle("landing")
public interface LandingMessages {
    @Message("Un CV qui dit vrai")
    String title();

    @Message(
            "Capitune met en page votre CV, prouve que les logiciels de recrutement le lisent, et n’invente rien. 3\u00a0CV par mois, gratuits.")
    String description();

    @Message("Racontez votre parcours. Repartez avec un CV qui dit vrai.")
    String heroTitle();

    @Message(
            "CV Instant Pro met en page ce que vous dites, et rien d’autre. Chaque phrase montre d’où elle vient, et le PDF est relu avant de vous être remis.")
    String heroLead();

    @Message("Créer mon CV")
    String create();

    @Message("Voir un exemple imprimé")
    String example();

    @Message("3\u00a0CV par mois, gratuits, sans carte bancaire. Corriger et réimprimer ne coûte rien.")
    String heroNote();

    @Message("Ce que Camille a écrit")
    String wrote();

    @Message("«\u00a0Chez Atlantis, je fais")
    String wroteBefore();

    @Message("420\u00a0bulletins par mois sur Silae, en Syntec et en métallurgie")
    String wroteMark();

    @Message(", et je recroise tout avant la clôture.\u00a0»")
    String wroteAfter();

    @Message("Ce que dit son CV")
    String says();

    @Message("Établit 420\u00a0bulletins par mois sur Silae (conventions Syntec et métallurgie).")
    String saysMark();

    @Message("Mêmes chiffres, mêmes noms, rien d’ajouté")
    String sameFacts();

    @Message(
            "La réécriture passe par un modèle de langue, seulement si vous l’acceptez. Sinon, vos phrases sont imprimées mot pour mot.")
    String rewriteOn();

    @Message("Ici, aucun modèle de langue n’est activé\u00a0: vos phrases sont imprimées mot pour mot.")
    String rewriteOff();

    @Message("Le CV de Camille Lefèvre-Roux, gestionnaire de paie, imprimé avec le modèle Moderne")
    String sheetAlt();

    @Message("Trois étapes, et vous gardez la main")
    String stepsTitle();

    @Message("Apportez ce que vous avez")
    String step1();

    @Message("Quelques lignes suffisent pour commencer. Le reste se complète plus tard.")
    String step1Text();

    @Message("Un formulaire, rubrique par rubrique")
    String bringForm();

    @Message("Un fichier JSON Resume")
    String bringJson();

    @Message("Votre parcours ou un ancien CV, collé tel quel")
    String bringStory();

    @Message("L’offre d’emploi, pour choisir l’ordre")
    String bringOffer();

    @Message("Comparez phrase par phrase")
    String step2();

    @Message(
            "Vos mots d’un côté, la phrase du CV de l’autre. Une réécriture qui ajoute un fait est écartée\u00a0: la vôtre reste.")
    String step2On();

    @Message(
            "Vos phrases, dans l’ordre qui sert le poste, avec les dates et les rubriques écrites comme un recruteur les attend.")
    String step2Off();

    @Message("J’ai formé deux collaboratrices à la DSN et à la gestion des arrêts.")
    String quoteSource();

    @Message("Forme deux collaboratrices à la DSN et à la gestion des arrêts.")
    String quoteLine();

    @Message("«\u00a0")
    String quoteOpen();

    @Message("\u00a0»")
    String quoteClose();

    @Message("Rien d’ajouté")
    String step2Kept();

    @Message("Téléchargez un PDF vérifié")
    String step3();

    @Message("Nous relisons le fichier terminé comme le fera un logiciel de recrutement.")
    String step3Text();

    @Message("Nom, téléphone, e-mail\u00a0: lus")
    String check1();

    @Message("3\u00a0expériences, dans l’ordre, dates comprises")
    String check2();

    @Message("1\u00a0page A4, aucun caractère perdu")
    String check3();

    @Message("Deux modèles, le même fond")
    String templatesTitle();

    @Message(
            "Imprimés pour de vrai, avec le CV de Camille. Changez de modèle quand vous voulez\u00a0: votre texte suit.")
    String templatesLead();

    @Message(
            "Une seule colonne, de vraies polices, des séparateurs écrits\u00a0: ce qui se lit bien à l’œil se lit aussi à la machine.")
    String templatesNote();

    @Message("Sobre et centré. Administration, banque, droit.")
    String classiqueText();

    @Message("Un bandeau franc. Convient à la plupart des métiers.")
    String moderneText();

    @Message("CV imprimé avec le modèle Classique")
    String classiqueAlt();

    @Message("CV imprimé avec le modèle Moderne")
    String moderneAlt();

    @Message("Ce qu’un ATS lit")
    String atsTitle();

    @Message(
            "Un ATS est le logiciel qui trie les candidatures avant qu’une personne les lise. S’il lit mal, votre candidature passe à côté.")
    String atsLead();

    @Message(
            "Nous relisons donc le PDF terminé, ligne à ligne, dans l’ordre où il le verra. Ce que vous voyez ici vient du fichier, pas de nos données.")
    String atsText();

    @Message("Nom")
    String readName();

    @Message("Titre")
    String readTitle();

    @Message("Coordonnées")
    String readContact();

    @Message("Rubrique")
    String readSection();

    @Message("Poste 1 sur 3")
    String readJob();

    @Message("Employeur, dates")
    String readEmployer();

    @Message("Ce que nous faisons de vos données")
    String dataTitle();

    @Message("Votre identité reste ici")
    String data1();

    @Message("Nom, coordonnées, photo et santé sont retirés avant l’envoi à un modèle, puis remis en place.")
    String data1Text();

    @Message("Pas de question de trop")
    String data2();

    @Message("Ni âge, ni famille, ni nationalité, ni numéro de sécurité sociale.")
    String data2Text();

    @Message("Visible par vous")
    String data3();

    @Message("Vos CV ne sont visibles que par vous. Rien n’est partagé.")
    String data3Text();

    @Message("Supprimé, c’est supprimé")
    String data4();

    @Message("Le CV et son PDF disparaissent tout de suite, pour de bon.")
    String data4Text();

    @Message("Ce qui part au modèle de langue")
    String modelTitle();

    @Message("Ce qui part à l’extérieur")
    String modelNone();

    @Message("nom")
    String hiddenName();

    @Message("téléphone")
    String hiddenPhone();

    @Message("e-mail")
    String hiddenMail();

    @Message("Gestionnaire de paie, CDI, depuis mars 2021.")
    String modelLine1();

    @Message("«\u00a0Je fais 420\u00a0bulletins par mois sur Silae, en Syntec et en métallurgie.\u00a0»")
    String modelLine2();

    @Message(
            "Seulement si vous l’avez accepté. Sans votre accord, CV Instant Pro met en page vos phrases telles quelles.")
    String modelOn();

    @Message(
            "Rien. Aucun modèle de langue n’est activé ici\u00a0: CV Instant Pro met en page vos phrases telles quelles.")
    String modelOff();

    @Message("Lire la page Confidentialité")
    String privacyLink();

    @Message("Gratuit, et ça le reste")
    String freeTitle();

    @Message("3\u00a0CV par mois")
    String free1();

    @Message("Les deux modèles")
    String free2();

    @Message("PDF net, sans filigrane")
    String free3();

    @Message("Corrections gratuites")
    String free4();

    @Message("Aucun essai qui se renouvelle")
    String free5();

    @Message("L’offre Pro portera ce nombre à 100\u00a0par mois. Son paiement n’est pas encore ouvert.")
    String freePro();

    @Message("Voir les offres")
    String seePlans();

    @Message("Un CV juste, relu jusque dans le fichier.")
    String footTag();

    @Message("CV Instant Pro")
    String footProduct();

    @Message("Vos droits")
    String footRights();

    @Message("Besoin d’aide")
    String footHelp();

    @Message("Mot pour mot, rien d’ajouté")
    String wordForWord();

    @Message("Chaque mot est le vôtre")
    String step2Rules();

    @Message("2021-03")
    String typedDate();

    @Message("depuis mars 2021")
    String printedDate();

    @Message("devient")
    String becomes();

    @Message("Vos phrases, mot pour mot")
    String kept();
}
