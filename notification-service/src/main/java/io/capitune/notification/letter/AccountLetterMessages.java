package io.capitune.notification.letter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the mails about accounts; English stands in {@code messages/account_en.properties}. */
@MessageBundle("account")
public interface AccountLetterMessages {

    @Message("Nouvelle connexion à votre compte")
    String newDeviceSubject();

    @Message(
            "Quelqu’un s’est connecté à votre compte avec {device}, le {at}. C’était vous\u202f? Il n’y a rien à faire.")
    String newDeviceLead(String device, String at);

    @Message("Voir mes appareils")
    String newDeviceButton();

    @Message(
            "Ce n’était pas vous\u202f? Fermez cette session sur la page de vos appareils, puis changez votre mot de passe si vous en avez un.")
    String newDeviceNotYou();

    @Message("Capitune a envoyé ce message pour la sécurité de votre compte. Il ne peut pas être désactivé.")
    String securityWhy();

    @Message("Votre compte est supprimé")
    String accountDeletedSubject();

    @Message(
            "Comme vous l’avez demandé, votre compte Capitune est supprimé\u00a0: vos CV, leurs PDF, vos réglages et vos sessions sont effacés dans chaque partie du service.")
    String accountDeletedLead();

    @Message(
            "Il ne reste que la trace qu’un compte a été supprimé, sous un numéro qui ne dit pas de qui il s’agit, et la preuve d’envoi de ce message\u202f; les deux disparaissent d’elles-mêmes.")
    String accountDeletedStays();

    @Message("Vous pouvez revenir quand vous voulez avec la même adresse\u00a0: ce sera un nouveau compte, vide.")
    String accountDeletedNotYou();

    @Message("Capitune a envoyé ce message pour confirmer la suppression de votre compte. C’est le dernier.")
    String accountDeletedWhy();
}
