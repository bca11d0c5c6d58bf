package io.capitune.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages about passwords and accounts; English stands in {@code messages/password_en.properties}. */
@MessageBundle("password")
public interface PasswordMessages {

    @Message("Entrer avec un mot de passe")
    String loginTitle();

    @Message("Si vous avez choisi un mot de passe. Sinon, recevez un lien par e-mail.")
    String loginLead();

    @Message("Votre adresse e-mail")
    String email();

    @Message("Mot de passe")
    String password();

    @Message("Entrer")
    String enter();

    @Message("Cette adresse et ce mot de passe ne vont pas ensemble.")
    String wrong();

    @Message("Trop d’essais. Réessayez dans {seconds} s, ou recevez un lien par e-mail.")
    String tooMany(long seconds);

    @Message("Trop d’essais. Réessayez dans {minutes} min, ou recevez un lien par e-mail.")
    String tooManyMinutes(long minutes);

    @Message("Mot de passe oublié\u202f?")
    String forgotten();

    @Message("Recevoir un lien par e-mail")
    String byLink();

    @Message("Créer un compte avec un mot de passe")
    String register();

    @Message("Créer un compte")
    String registerTitle();

    @Message("Nous vous écrivons pour vérifier votre adresse\u00a0; le compte s’ouvre à ce moment-là.")
    String registerLead();

    @Message("8 caractères au moins. Une phrase que vous seul connaissez vaut mieux que des symboles.")
    String hint();

    @Message("Mot de passe, facultatif")
    String optional();

    @Message(
            "Sans lui, vous entrez par un lien reçu par e-mail. Sinon, 8 caractères au moins\u00a0: une phrase convient.")
    String registerHint();

    @Message("15 caractères au moins, car vous administrez Capitune. Une phrase convient.")
    String hintAdmin();

    @Message("Vous êtes")
    String role();

    @Message("Candidat ou candidate")
    String candidate();

    @Message("Professionnel ou professionnelle de l’accompagnement")
    String professional();

    @Message("Continuer")
    String go();

    @Message("Écrivez une adresse complète, comme camille@exemple.fr.")
    String emailInvalid();

    @Message("Ce mot de passe est trop court.")
    String tooShort();

    @Message("Ce mot de passe dépasse 128 caractères.")
    String tooLong();

    @Message("Ce mot de passe est trop courant ou trop proche de votre adresse\u00a0: choisissez-en un autre.")
    String guessable();

    @Message("Regardez votre messagerie")
    String sentTitle();

    @Message(
            "Si tout est en ordre, un e-mail arrive à {email}. Ouvrez son lien dans ce navigateur\u00a0; il vaut 30 minutes.")
    String sentText(String email);

    @Message("Rien reçu\u202f? Regardez dans les indésirables, ou recommencez dans une minute.")
    String sentNothing();

    @Message("Confirmer votre adresse")
    String verifyTitle();

    @Message("Un geste encore, et le compte de {email} est ouvert.")
    String verifyText(String email);

    @Message(
            "Ce navigateur n’est pas celui où le compte a été demandé\u00a0: par prudence, le mot de passe choisi là-bas n’est pas repris. Vous pourrez en choisir un dans votre compte.")
    String verifyElsewhere();

    @Message(
            "Vous êtes entré entre-temps par un autre chemin, et votre compte reste tel qu’il est : le rôle et le mot de passe choisis à l’inscription ne sont pas repris. Vous pourrez choisir un mot de passe dans votre compte ; pour un autre rôle, écrivez-nous.")
    String verifyLate();

    @Message("Ouvrir mon compte")
    String verifyDo();

    @Message("Vous n’avez rien demandé\u202f? Fermez cette page, rien ne se passe.")
    String verifyNotYou();

    @Message("Mot de passe oublié")
    String forgotTitle();

    @Message(
            "Donnez votre adresse\u00a0: si elle a un compte, vous recevez un lien pour choisir un nouveau mot de passe.")
    String forgotLead();

    @Message("Choisir un nouveau mot de passe")
    String resetTitle();

    @Message("Pour le compte de {email}. Toutes ses sessions seront fermées.")
    String resetText(String email);

    @Message("Nouveau mot de passe")
    String newPassword();

    @Message("Enregistrer")
    String save();

    @Message("Votre mot de passe est changé. Entrez avec le nouveau.")
    String resetDone();

    @Message("Ce lien ne sert plus")
    String overTitle();

    @Message("Il a déjà servi, il est trop ancien, ou il a été coupé en route. Demandez-en un autre.")
    String overText();

    @Message("Mon compte")
    String accountTitle();

    @Message("Adresse e-mail")
    String accountEmail();

    @Message("Votre compte a un mot de passe. Le lien par e-mail marche aussi.")
    String accountHasPassword();

    @Message("Votre compte n’a pas de mot de passe\u00a0: vous entrez par un lien reçu par e-mail.")
    String accountNoPassword();

    @Message("Changer le mot de passe")
    String change();

    @Message("Choisir un mot de passe")
    String choose();

    @Message("Mot de passe actuel")
    String current();

    @Message("Ce n’est pas le mot de passe actuel.")
    String currentWrong();

    @Message("Votre mot de passe est enregistré. Vos autres sessions sont fermées.")
    String changed();

    @Message("Vos autres sessions seront fermées\u00a0; celle-ci continue.")
    String changeText();

    @Message("Langue")
    String language();

    @Message("Celle des pages et des e-mails.")
    String languageText();

    @Message("Appareils")
    String devices();

    @Message("Où votre compte est ouvert, et comment le fermer là-bas.")
    String devicesText();

    @Message("Sécurité")
    String security();

    @Message("Application de codes, codes de secours, clés d’accès.")
    String securityText();

    @Message("Mes données")
    String data();

    @Message("Télécharger tout, choisir ce qu’un modèle de langue peut lire, supprimer le compte.")
    String dataText();

    @Message("Voir")
    String see();

    @Message("Annuler")
    String cancel();
}
