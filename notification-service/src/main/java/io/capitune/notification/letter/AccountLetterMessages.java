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
}
