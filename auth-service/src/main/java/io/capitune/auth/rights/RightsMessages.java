package io.capitune.auth.rights;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages about one's own data; English stands in {@code messages/rights_en.properties}. */
@MessageBundle("rights")
public interface RightsMessages {

    @Message("Mes données")
    String title();

    @Message("Ce que Capitune garde de vous vous appartient\u00a0: emportez-le, ou faites-le effacer.")
    String lead();

    @Message("Tout télécharger")
    String download();

    @Message(
            "Un fichier ZIP avec votre compte, vos CV et leurs PDF, vos réglages et les messages que nous vous avons envoyés.")
    String downloadText();

    @Message("Télécharger mes données")
    String downloadButton();

    @Message("Vos accords")
    String consents();

    @Message("Voir et changer mon accord pour le modèle de langage")
    String consentLink();

    @Message("Supprimer mon compte")
    String delete();

    @Message("Le compte est fermé aussitôt, puis tout est effacé. Personne ne peut revenir en arrière, nous non plus.")
    String deleteText();

    @Message("Voir ce qui sera effacé")
    String deleteLink();

    @Message("Ce qui sera effacé")
    String goes();

    @Message("Ce qui reste, et pourquoi")
    String stays();

    @Message("Il n’y a pas de facture\u00a0: rien n’est donc gardé à ce titre.")
    String noInvoices();

    @Message("Pour confirmer, écrivez l’adresse de votre compte")
    String confirm();

    @Message("C’est celle-ci\u00a0: {email}")
    String confirmHint(String email);

    @Message("Ce n’est pas l’adresse de ce compte.")
    String confirmWrong();

    @Message("Supprimer mon compte pour toujours")
    String deleteButton();

    @Message("Garder mon compte")
    String keep();

    @Message("Reconnectez-vous d’abord")
    String againTitle();

    @Message(
            "Votre dernière connexion date un peu. Comme rien ne pourra être annulé, nous vérifions que c’est bien vous.")
    String againText();

    @Message("Me reconnecter")
    String againButton();

    @Message("La liste ne peut pas être dressée pour l’instant")
    String awayTitle();

    @Message("Une partie du service ne répond pas. Rien n’a été effacé\u202f; réessayez dans un instant.")
    String awayText();

    @Message("Ce compte ne peut pas être supprimé pour l’instant")
    String refusedTitle();

    @Message("C’est peut-être le dernier compte d’administration\u00a0: nommez d’abord quelqu’un d’autre.")
    String refusedText();

    @Message(
            "L’adresse de ce compte a changé il y a moins de sept jours, et l’ancienne peut encore revenir en arrière. La suppression sera possible après.")
    String refusedMoved();

    @Message("Votre compte est fermé")
    String doneTitle();

    @Message(
            "Tout est effacé dans les minutes qui viennent, dans chaque partie du service. Un dernier message vous dira quand c’est fait.")
    String doneText();

    @Message("Revenir à l’accueil")
    String home();
}
