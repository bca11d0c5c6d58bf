package io.capitune.notification.letter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the mails about accounts; English stands in {@code messages/account_en.properties}. */
@MessageBundle("account")
public interface AccountLetterMessages {

    @Message("Ouvrez votre compte Capitune")
    String registerSubject();

    @Message("Quelqu’un, vous sans doute, a demandé un compte avec cette adresse. Le lien l’ouvre.")
    String registerLead();

    @Message("Ouvrir mon compte")
    String registerButton();

    @Message("Ce lien est valable {minutes} minutes et ne sert qu’une fois.")
    String linkValid(long minutes);

    @Message("Vous n’avez rien demandé\u202f? Ignorez ce message, rien ne se passe.")
    String registerIgnore();

    @Message("Capitune a envoyé ce message parce que quelqu’un a saisi cette adresse pour créer un compte.")
    String registerWhy();

    @Message("Vous avez déjà un compte")
    String registerKnownSubject();

    @Message(
            "Quelqu’un, vous sans doute, a demandé un compte avec cette adresse\u00a0: il y en a déjà un. Entrez par un lien ou avec votre mot de passe.")
    String registerKnownLead();

    @Message("Me connecter")
    String registerKnownButton();

    @Message("Choisissez un nouveau mot de passe")
    String resetPasswordSubject();

    @Message(
            "Vous avez oublié votre mot de passe\u00a0: ce lien permet d’en choisir un autre. Toutes les sessions du compte seront alors fermées.")
    String resetPasswordLead();

    @Message("Choisir un mot de passe")
    String resetPasswordButton();

    @Message("Vous n’avez rien demandé\u202f? Ignorez ce message\u00a0: sans ce lien, personne ne peut rien changer.")
    String resetPasswordIgnore();

    @Message(
            "Capitune a envoyé ce message parce que quelqu’un a saisi cette adresse sur la page «\u00a0Mot de passe oublié\u00a0».")
    String resetPasswordWhy();

    @Message("Votre mot de passe a changé")
    String passwordChangedSubject();

    @Message(
            "Le mot de passe de votre compte vient d’être choisi ou changé. Les autres sessions du compte sont fermées.")
    String passwordChangedLead();

    @Message("Choisir un autre mot de passe")
    String passwordChangedButton();

    @Message("Ce n’était pas vous\u202f? Choisissez-en un autre sans attendre.")
    String passwordChangedNotYou();

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

    @Message("Confirmez votre nouvelle adresse")
    String confirmEmailSubject();

    @Message(
            "Vous avez demandé que cette adresse devienne celle de votre compte Capitune. Le lien le confirme, tant que vous restez dans la session où vous l’avez demandé, sans vous déconnecter ni vous reconnecter.")
    String confirmEmailLead();

    @Message("Confirmer cette adresse")
    String confirmEmailButton();

    @Message(
            "Capitune a envoyé ce message parce que quelqu’un a saisi cette adresse comme nouvelle adresse de son compte.")
    String confirmEmailWhy();

    @Message("Cette adresse a déjà un compte")
    String emailTakenSubject();

    @Message(
            "Quelqu’un, vous sans doute, veut donner cette adresse à un autre compte Capitune. Elle est déjà celle d’un compte : rien n’a changé. Entrez avec elle, ou choisissez-en une autre.")
    String emailTakenLead();

    @Message("L’adresse de votre compte a changé")
    String emailChangedSubject();

    @Message("Votre compte Capitune a maintenant une autre adresse que celle-ci. C’était vous ? Il n’y a rien à faire.")
    String emailChangedLead();

    @Message(
            "Ce n’était pas vous ? Reprenez votre compte : l’adresse est rétablie et toutes les sessions sont fermées.")
    String emailChangedNotYou();

    @Message("Reprendre mon compte")
    String emailChangedButton();

    @Message("Ce lien est valable {days} jours et ne sert qu’une fois.")
    String undoValid(long days);

    @Message("L’adresse de votre compte est rétablie")
    String emailRestoredSubject();

    @Message(
            "Votre compte Capitune a de nouveau cette adresse. Toutes ses sessions sont fermées, et les demandes de changement en cours sont annulées.")
    String emailRestoredLead();

    @Message(
            "Entrez par un lien. S’il avait un mot de passe, il ne sert plus : choisissez-en un autre dans votre compte, et vérifiez sa sécurité.")
    String emailRestoredTodo();

    @Message("Cette adresse n’est plus celle d’un compte Capitune")
    String emailWithdrawnSubject();

    @Message(
            "Le compte Capitune qui avait cette adresse a repris la précédente, à la demande de la personne qui lit celle-ci. Cette adresse ne l’ouvre plus.")
    String emailWithdrawnLead();

    @Message("Capitune a envoyé ce message pour la sécurité de votre compte. Il ne peut pas être désactivé.")
    String securityWhy();

    @Message("Un code d’application protège votre compte")
    String secondFactorOnSubject();

    @Message(
            "Votre compte demande maintenant le code d’une application à chaque connexion. Gardez vos codes de secours en lieu sûr.")
    String secondFactorOnLead();

    @Message("Le code d’application n’est plus demandé")
    String secondFactorOffSubject();

    @Message("Votre compte ne demande plus de code d’application à la connexion.")
    String secondFactorOffLead();

    @Message("Les protections de votre compte ont été remises à zéro")
    String secondFactorResetSubject();

    @Message(
            "L’administration a retiré de votre compte l’application de codes, les codes de secours et les clés d’accès. Vous pouvez les configurer à nouveau.")
    String secondFactorResetLead();

    @Message("Un code de secours a servi")
    String recoveryCodeUsedSubject();

    @Message("Un code de secours de votre compte vient de servir. Codes restants\u00a0: {left}.")
    String recoveryCodeUsedLead(String left);

    @Message("Vos codes de secours sont renouvelés")
    String recoveryCodesRenewedSubject();

    @Message("De nouveaux codes de secours remplacent les anciens, qui ne fonctionnent plus.")
    String recoveryCodesRenewedLead();

    @Message("Une clé d’accès ouvre votre compte")
    String passkeyAddedSubject();

    @Message(
            "La clé d’accès «\u00a0{name}\u00a0» a été ajoutée à votre compte. Elle permet d’y entrer sans e-mail ni mot de passe.")
    String passkeyAddedLead(String name);

    @Message("Une clé d’accès a été retirée")
    String passkeyRemovedSubject();

    @Message("La clé d’accès «\u00a0{name}\u00a0» n’ouvre plus votre compte.")
    String passkeyRemovedLead(String name);

    @Message("{provider} ouvre votre compte")
    String providerLinkedSubject(String provider);

    @Message(
            "Quelqu’un vient d’entrer avec {provider}, qui confirme votre adresse. Ce compte {provider} ouvre désormais votre compte, comme le lien par e-mail.")
    String providerLinkedLead(String provider);

    @Message("{provider} n’ouvre plus votre compte")
    String providerUnlinkedSubject(String provider);

    @Message("Le compte {provider} relié au vôtre a été retiré. Le lien par e-mail fonctionne toujours.")
    String providerUnlinkedLead(String provider);

    @Message("Voir la sécurité de mon compte")
    String protectionButton();

    @Message(
            "Ce n’était pas vous\u202f? Ouvrez cette page, retirez ce que vous ne reconnaissez pas, puis écrivez-nous.")
    String protectionNotYou();

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

    @Message("Le rôle de votre compte a changé")
    String roleChangedSubject();

    @Message("Un administrateur a changé le rôle de votre compte\u00a0: c’est désormais un compte {role}.")
    String roleChangedLead(String role);

    @Message("Voir mon compte")
    String roleChangedButton();

    @Message("de candidat")
    String roleCandidate();

    @Message("de professionnel")
    String roleProfessional();

    @Message("de professionnel vérifié")
    String roleVerified();

    @Message("d’administrateur")
    String roleAdmin();

    @Message(
            "Un mot de passe d’avant ne vaut plus rien\u00a0: celui d’un administrateur a 15 caractères au moins. Entrez par un lien pour en choisir un.")
    String roleAdminPassword();

    @Message("Capitune a envoyé ce message parce qu’il concerne l’accès à votre compte. Il ne peut pas être désactivé.")
    String adminWhy();

    @Message("Votre compte est supprimé")
    String accountDeletedSubject();

    @Message(
            "Comme vous l’avez demandé, votre compte Capitune est supprimé\u00a0: vos CV, leurs PDF, vos réglages et vos sessions sont effacés dans chaque partie du service.")
    String accountDeletedLead();

    @Message(
            "Un administrateur a supprimé votre compte Capitune\u00a0: vos CV, leurs PDF, vos réglages et vos sessions sont effacés dans chaque partie du service.")
    String accountDeletedForYouLead();

    @Message(
            "Vous n’êtes pas d’accord\u202f? Écrivez-nous depuis cette adresse\u00a0: nos coordonnées sont dans les mentions légales du site.")
    String accountDeletedContest();

    @Message(
            "Il ne reste que la trace qu’un compte a été supprimé, sous un numéro qui ne dit pas de qui il s’agit, et la preuve d’envoi de ce message\u202f; les deux disparaissent d’elles-mêmes. Ce que des administrateurs ont fait à ce compte reste au journal, sous ce même numéro.")
    String accountDeletedStays();

    @Message("Vous pouvez revenir quand vous voulez avec la même adresse\u00a0: ce sera un nouveau compte, vide.")
    String accountDeletedNotYou();

    @Message("Capitune a envoyé ce message pour confirmer la suppression de votre compte. C’est le dernier.")
    String accountDeletedWhy();
}
