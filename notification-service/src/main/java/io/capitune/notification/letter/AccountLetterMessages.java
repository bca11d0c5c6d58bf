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

    @Message("Votre compte Capitune est ouvert")
    String createdSubject();

    @Message(
            "Un administrateur vous a ouvert un compte à cette adresse. Vous n’avez aucun mot de passe à retenir\u00a0: demandez un lien, il arrive ici.")
    String createdLead();

    @Message("Me connecter")
    String createdButton();

    @Message("Vous n’attendiez rien de tel\u202f? Ignorez ce message\u00a0: personne d’autre ne peut entrer.")
    String createdUnwanted();

    @Message("Votre compte est suspendu")
    String suspendedSubject();

    @Message("Un administrateur a fermé votre compte pour le moment. Vos sessions sont terminées.")
    String suspendedLead();

    @Message("Le motif donné\u00a0: {reason}")
    String suspendedReason(String reason);

    @Message("Rien de ce qu’il contient n’est perdu.")
    String suspendedSafe();

    @Message("Votre compte est de nouveau ouvert")
    String restoredSubject();

    @Message("Un administrateur a rétabli votre compte. Tout y est comme avant.")
    String restoredLead();

    @Message("Me connecter")
    String restoredButton();

    @Message("Capitune a envoyé ce message parce qu’il concerne l’accès à votre compte. Il ne peut pas être désactivé.")
    String adminWhy();
}
