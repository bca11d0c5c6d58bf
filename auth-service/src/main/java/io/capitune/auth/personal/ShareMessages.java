package io.capitune.auth.personal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is kept about a person here, and why some of it stays; English stands in {@code messages/share_en.properties}. */
@MessageBundle("share")
public interface ShareMessages {

    @Message("Votre compte\u00a0: adresse, rôle, langue")
    String account();

    @Message("Vos sessions ouvertes\u00a0: {count}")
    String sessions(int count);

    @Message("Les liens et codes de connexion en cours")
    String signIns();

    @Message(
            "La trace qu’un compte a été supprimé, sous un numéro qui ne dit pas de qui il s’agit, pendant 30\u00a0jours")
    String erasure();

    @Message("Pour prouver que la suppression a été faite partout, puis cette trace disparaît aussi.")
    String erasureWhy();

    @Message("Les actes de l’administration sur ce compte, sans votre adresse")
    String audit();

    @Message("Pour pouvoir rendre compte de ce que l’administration a fait.")
    String auditWhy();

    @Message("Le message qui confirmera la suppression, le temps de l’envoyer et d’en garder la preuve d’envoi")
    String receipt();

    @Message("Il part vers votre adresse quand tout le reste est effacé.")
    String receiptWhy();

    @Message("Votre mot de passe")
    String password();

    @Message("Les accès des applications et programmes que vous avez connectés")
    String refreshTokens();

    @Message("Les liens envoyés à votre adresse")
    String links();

    @Message("Votre application de codes et vos codes de secours")
    String secondFactor();

    @Message("Vos clés d’accès")
    String passkeys();

    @Message("Les liens avec d’autres services qui ouvrent votre compte, comme Google")
    String identities();

    @Message("Les navigateurs et programmes que votre compte reconnaît")
    String devices();
}
