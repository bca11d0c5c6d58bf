package io.capitune.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages about another address; English stands in {@code messages/address_en.properties}. */
@MessageBundle("address")
public interface AddressMessages {

    @Message("Changer d’adresse e-mail")
    String title();

    @Message(
            "Nous écrivons à la nouvelle adresse\u00a0; rien ne change avant que vous ayez ouvert ce message. L’ancienne est prévenue, et peut revenir en arrière pendant 7 jours.")
    String lead();

    @Message("Adresse actuelle")
    String now();

    @Message("Nouvelle adresse e-mail")
    String email();

    @Message("C’est déjà l’adresse de votre compte.")
    String same();

    @Message("Mot de passe du compte")
    String password();

    @Message("Pour vérifier que c’est bien vous.")
    String passwordHint();

    @Message("Trop de demandes. Réessayez dans {minutes} min.")
    String tooMany(long minutes);

    @Message("Envoyer le lien")
    String send();

    @Message("Annuler")
    String cancel();

    @Message("Regardez votre nouvelle messagerie")
    String sentTitle();

    @Message(
            "Si tout est en ordre, un e-mail arrive à {email}. Son lien vaut 30 minutes, tant que vous ne vous déconnectez ni ne vous reconnectez ici. D’ici là, votre compte garde son adresse actuelle.")
    String sentText(String email);

    @Message("Rien reçu\u202f? Regardez dans les indésirables, ou recommencez dans une minute.")
    String sentNothing();

    @Message("Revenir à mon compte")
    String back();

    @Message("Confirmer la nouvelle adresse")
    String confirmTitle();

    @Message("Un geste encore\u00a0: votre compte Capitune passe à l’adresse {email}.")
    String confirmText(String email);

    @Message(
            "Vous entrerez désormais avec elle. Vos sessions ouvertes continuent. L’ancienne adresse reçoit un message qui permet de revenir en arrière pendant 7 jours.")
    String confirmAfter();

    @Message("Confirmer cette adresse")
    String confirmDo();

    @Message("Vous n’avez rien demandé\u202f? Fermez cette page, rien ne se passe.")
    String notYou();

    @Message("Votre adresse est changée")
    String doneTitle();

    @Message(
            "Votre compte a maintenant l’adresse {email}. C’est avec elle que vous entrez, et c’est là que nous vous écrivons.")
    String doneText(String email);

    @Message("Cette adresse a déjà un compte")
    String takenTitle();

    @Message(
            "Elle est devenue entre-temps celle d’un autre compte Capitune, ou elle lui est réservée. Rien n’a changé\u00a0: choisissez-en une autre.")
    String takenText();

    @Message("Rétablir l’ancienne adresse")
    String undoTitle();

    @Message("Le compte Capitune qui avait l’adresse {email} la reprend.")
    String undoText(String email);

    @Message(
            "Toutes ses sessions sont fermées. Son mot de passe, s’il en a un, ne sert plus. Une application de codes, une clé d’accès ou un autre service (Google, par exemple) ajoutés depuis le changement, ou peu avant, sont retirés.")
    String undoAfter();

    @Message("Reprendre mon compte")
    String undoDo();

    @Message("Le changement venait de vous\u202f? Fermez cette page, rien ne se passe.")
    String undoNotNeeded();

    @Message("Votre adresse est rétablie")
    String undoneTitle();

    @Message(
            "Votre compte a de nouveau l’adresse {email}, et personne n’y est plus connecté. Entrez par un lien reçu à cette adresse, puis choisissez un nouveau mot de passe si vous en aviez un.")
    String undoneText(String email);

    @Message("Cette adresse ne peut pas être rétablie")
    String undoTakenTitle();

    @Message("Elle est devenue celle d’un autre compte Capitune. Écrivez-nous, nous vérifierons avec vous.")
    String undoTakenText();

    @Message("Ce lien ne rétablit plus l’adresse")
    String undoOverTitle();

    @Message(
            "Il sert une seule fois, dans les 7 jours qui suivent le changement d’adresse. Il a déjà servi, ce délai est passé, ou le lien a été coupé en route. Rien n’a changé.")
    String undoOverText();

    @Message(
            "Quelqu’un d’autre a changé l’adresse de votre compte\u202f? Écrivez-nous depuis l’ancienne\u00a0: nous vérifierons avec vous à qui est le compte.")
    String undoOverHelp();

    @Message("Nous écrire")
    String contact();

    @Message("Me connecter")
    String signIn();

    @Message("Ce lien ne sert plus")
    String overTitle();

    @Message(
            "Il a déjà servi, il est trop ancien, il a été coupé en route, ou la session qui l’a demandé est terminée. L’adresse de votre compte se lit et se change dans votre compte.")
    String overText();

    @Message("Voir mon compte")
    String account();

    @Message("Ce compte a une autre adresse")
    String movedTitle();

    @Message("Le compte qui avait cette adresse en a une autre depuis peu. Entrez avec la nouvelle.")
    String movedText();

    @Message(
            "Ce n’était pas vous\u202f? Ouvrez le message «\u00a0L’adresse de votre compte a changé\u00a0» que nous avons envoyé ici\u00a0: son bouton rétablit cette adresse pendant 7 jours.")
    String movedNotYou();
}
