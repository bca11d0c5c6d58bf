package io.capitune.auth.admin.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the administrators' pages; English stands in {@code messages/admin_en.properties}. */
@MessageBundle("admin")
public interface AdminMessages {

    @Message("Administration")
    String section();

    @Message("Comptes")
    String users();

    @Message("Journal")
    String audit();

    @Message("Créer un compte")
    String create();

    @Message("Adresse ou identifiant")
    String search();

    @Message("Le début de l’adresse suffit.")
    String searchHint();

    @Message("Rôle")
    String role();

    @Message("Tous les rôles")
    String anyRole();

    @Message("Candidat")
    String candidate();

    @Message("Professionnel")
    String professional();

    @Message("Professionnel vérifié")
    String professionalVerified();

    @Message("Administrateur")
    String admin();

    @Message("État")
    String state();

    @Message("Tous les états")
    String anyState();

    @Message("Actif")
    String open();

    @Message("Suspendu")
    String suspended();

    @Message("En cours de suppression")
    String closed();

    @Message("Ce compte est fermé pour toujours. Ses données s’effacent partout dans les minutes qui suivent.")
    String closedText();

    @Message("Chercher")
    String find();

    @Message("Ouvert le {date}")
    String openedOn(String date);

    @Message("Aucun compte ne correspond")
    String noneTitle();

    @Message("Vérifiez l’adresse, ou élargissez la recherche.")
    String noneText();

    @Message("Voir tous les comptes")
    String showAll();

    @Message("Revenir au début")
    String toFirst();

    @Message("Suite")
    String further();

    @Message("Identifiant")
    String id();

    @Message("Langue")
    String language();

    @Message("Français")
    String french();

    @Message("Anglais")
    String english();

    @Message("Compte ouvert")
    String opened();

    @Message("Identité vérifiée")
    String verifiedSince();

    @Message("Second facteur")
    String factor();

    @Message("Activé")
    String factorThere();

    @Message("Aucun")
    String factorNone();

    @Message("Aucun. Il sera demandé à la prochaine connexion.")
    String factorMissing();

    @Message("Suspendu depuis")
    String suspendedSince();

    @Message("Motif donné")
    String suspendedWhy();

    @Message("Ce que vous pouvez faire")
    String acts();

    @Message("C’est votre compte. Un autre administrateur peut le modifier, pas vous.")
    String own();

    @Message("Ce qui a été fait")
    String history();

    @Message("Aucun administrateur n’est intervenu sur ce compte.")
    String historyNone();

    @Message("Tout le journal de ce compte")
    String historyAll();

    @Message("Changer le rôle")
    String changeRole();

    @Message("Candidat, professionnel vérifié ou non, administrateur.")
    String changeRoleText();

    @Message(
            "Le nouveau rôle vaut dans les secondes qui suivent. Devenir administrateur, ou ne plus l’être, ferme les sessions du compte.")
    String changeRoleLead();

    @Message("Identité vérifiée")
    String verified();

    @Message("Pour un professionnel, une fois ses justificatifs vus.")
    String verifiedHint();

    @Message("Suspendre")
    String suspend();

    @Message("Personne n’y entre plus, rien n’est effacé.")
    String suspendText();

    @Message("Suspendre ce compte\u202f?")
    String suspendTitle();

    @Message(
            "Ses sessions se ferment. La personne reçoit un message avec votre motif. Ses données restent, et vous pourrez rétablir le compte.")
    String suspendLead();

    @Message("Rétablir")
    String restore();

    @Message("La personne peut de nouveau se connecter.")
    String restoreText();

    @Message("Rétablir ce compte\u202f?")
    String restoreTitle();

    @Message("La personne reçoit un message et peut de nouveau se connecter.")
    String restoreLead();

    @Message("Retirer le second facteur")
    String resetFactor();

    @Message("Pour une personne qui a perdu son téléphone ou ses codes.")
    String resetFactorText();

    @Message("Retirer le second facteur\u202f?")
    String resetFactorTitle();

    @Message(
            "Ses sessions se ferment, et le compte n’est plus protégé que par sa première clé. Assurez-vous d’abord de parler à la bonne personne\u00a0: c’est ainsi que l’on vole des comptes.")
    String resetFactorLead();

    @Message("Supprimer le compte")
    String delete();

    @Message("Ses données sont effacées partout, pour toujours.")
    String deleteText();

    @Message("Supprimer ce compte pour toujours\u202f?")
    String deleteTitle();

    @Message("Le compte, ses CV et ses fichiers sont effacés. Rien ne peut être repris.")
    String deleteLead();

    @Message("Recopiez l’adresse du compte")
    String confirmation();

    @Message("Ce n’est pas l’adresse de ce compte.")
    String confirmationInvalid();

    @Message("Motif")
    String reason();

    @Message("facultatif")
    String reasonOptional();

    @Message(
            "De {shortest} à {longest} caractères. Il reste au journal pour toujours. Pas d’adresse e-mail, pas de donnée de santé.")
    String reasonHint(int shortest, int longest);

    @Message(
            "De {shortest} à {longest} caractères. La personne le lira. Il reste au journal pour toujours\u00a0: pas d’adresse e-mail, pas de donnée de santé.")
    String reasonHintShown(int shortest, int longest);

    @Message("Écrivez entre {shortest} et {longest} caractères, sans adresse e-mail.")
    String reasonInvalid(int shortest, int longest);

    @Message("Ne rien changer")
    String cancel();

    @Message("Créer un compte")
    String createTitle();

    @Message("La personne reçoit un message et se connecte par un lien. Aucun mot de passe n’est à transmettre.")
    String createLead();

    @Message("Adresse e-mail")
    String email();

    @Message("Écrivez une adresse complète, comme camille@exemple.fr.")
    String emailInvalid();

    @Message("Choisissez un rôle.")
    String roleInvalid();

    @Message("Le compte est créé. Un message est parti.")
    String doneCreated();

    @Message("Le rôle est enregistré.")
    String doneRole();

    @Message("Le compte est suspendu. Un message est parti.")
    String doneSuspended();

    @Message("Le compte est rétabli. Un message est parti.")
    String doneRestored();

    @Message("Le second facteur est retiré. Un message est parti.")
    String doneFactor();

    @Message("Le compte est fermé. Ce qu’il contient s’efface dans les minutes qui viennent.")
    String doneDeleted();

    @Message(
            "Rien n’a été modifié\u00a0: personne ne fait cela à son propre compte. Demandez à un autre administrateur.")
    String ownAccount();

    @Message("Rien n’a été modifié\u00a0: plus personne ne pourrait administrer le site.")
    String lastAdmin();

    @Message(
            "Rien n’a été modifié\u00a0: l’adresse de ce compte a changé il y a quelques jours, et qui avait l’ancienne peut encore la reprendre. Vous pouvez le suspendre d’ici là.")
    String addressChanged();

    @Message("Rien n’a été modifié\u00a0: ce compte est déjà suspendu.")
    String alreadySuspended();

    @Message("Rien n’a été modifié\u00a0: ce compte n’est pas suspendu.")
    String notSuspended();

    @Message("Rien n’a été modifié\u00a0: ce compte n’a pas de second facteur.")
    String noFactor();

    @Message("Rien n’a été créé\u00a0: cette adresse a déjà un compte.")
    String exists();

    @Message("Rien n’a été modifié. Rechargez la page pour voir où en est ce compte.")
    String refused();

    @Message("Vous êtes ici")
    String crumbs();
}
