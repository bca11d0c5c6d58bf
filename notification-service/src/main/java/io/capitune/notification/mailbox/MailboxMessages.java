package io.capitune.notification.mailbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the local mailbox. */
@MessageBundle("mailbox")
public interface MailboxMessages {

    @Message("Boîte locale")
    String title();

    @Message("Les e-mails que Capitune aurait envoyés restent ici : aucun fournisseur n’est configuré.")
    String lead();

    @Message("Aucun e-mail pour l’instant")
    String empty();

    @Message("Demandez un lien de connexion : il arrive ici aussitôt.")
    String emptyText();

    @Message("Se connecter")
    String signIn();

    @Message("À")
    String to();

    @Message("Envoyé")
    String sentAt();

    @Message("Tous les e-mails")
    String back();

    @Message("Fil d’Ariane")
    String crumbs();

    @Message("Le message en texte")
    String asText();

    @Message("Voir le message en HTML")
    String asHtml();

    @Message("E-mails")
    String list();
}
