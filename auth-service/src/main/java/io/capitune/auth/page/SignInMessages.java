package io.capitune.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the sign-in pages; English stands in {@code messages/signin_en.properties}. */
@MessageBundle("signin")
public interface SignInMessages {

    @Message("Entrer sans mot de passe")
    String title();

    @Message("Donnez votre adresse e-mail\u00a0: nous vous envoyons un lien et un code. Ils servent une seule fois.")
    String lead();

    @Message("Votre adresse e-mail")
    String email();

    @Message("Écrivez une adresse complète, comme camille@exemple.fr.")
    String emailInvalid();

    @Message("Cet appareil est partagé")
    String shared();

    @Message("Médiathèque, agence, ordinateur prêté\u00a0: la session se ferme avec le navigateur.")
    String sharedHint();

    @Message("Recevoir le lien")
    String send();

    @Message("Première visite\u202f? C’est la même démarche\u00a0: votre compte se crée à l’ouverture du lien.")
    String firstVisit();

    @Message("Vous accompagnez des candidats\u202f? Créez un compte professionnel")
    String professional();

    @Message("Votre adresse sert à vous connecter et à vous prévenir. Personne d’autre ne la voit.")
    String assurance();

    @Message("Regardez votre messagerie")
    String codeTitle();

    @Message("Nous avons écrit à")
    String sentTo();

    @Message("Ouvrez le lien, ou recopiez le code ici.")
    String openOrType();

    @Message("Code à six chiffres")
    String code();

    @Message("Le code expire à {time}, dans {minutes} min. Vous pouvez le coller en une fois.")
    String codeExpires(String time, long minutes);

    @Message("Entrer")
    String enter();

    @Message("Le code a six chiffres\u00a0: recopiez-le tel qu’il est dans l’e-mail.")
    String codeMalformed();

    @Message("Ce n’est pas ce code. Vérifiez qu’il vient du dernier e-mail reçu\u00a0; essais restants\u00a0: {left}.")
    String codeWrong(int left);

    @Message("Ce code a été essayé trop souvent.")
    String triesReached();

    @Message("Le lien de l’e-mail fonctionne encore. Vous pouvez aussi demander un nouvel e-mail.")
    String triesReachedRemedy();

    @Message("Ce code n’est plus valable.")
    String expired();

    @Message("Il a servi, ou ses dix minutes sont passées. Demandez un nouvel e-mail, il arrive aussitôt.")
    String expiredRemedy();

    @Message("Rien reçu\u202f?")
    String nothingCame();

    @Message("Renvoyer l’e-mail")
    String resend();

    @Message("Renvoyer dans")
    String resendIn();

    @Message("Ce n’est pas la bonne adresse\u202f?")
    String wrongAddress();

    @Message("Changer")
    String change();

    @Message("Pensez au dossier des indésirables. Un e-mail part au plus une fois par minute.")
    String spamFolder();

    @Message("Installation locale\u00a0: les e-mails arrivent dans la")
    String localMail();

    @Message("boîte locale")
    String localMailLink();

    @Message("Confirmer l’entrée")
    String confirmTitle();

    @Message("Ce lien ouvre le compte de")
    String confirmFor();

    @Message("Un seul geste encore\u00a0: ce navigateur n’est pas celui où le lien a été demandé.")
    String confirmWhy();

    @Message("Vous n’avez rien demandé\u202f? Fermez cette page, rien ne se passe.")
    String confirmNotYou();

    @Message("Ce lien ne sert plus")
    String overTitle();

    @Message("Il a déjà servi, ou ses dix minutes sont passées. Votre compte et vos CV n’ont pas bougé.")
    String overText();

    @Message("Ce lien est incomplet")
    String brokenTitle();

    @Message("Il a sans doute été coupé en route. Votre compte et vos CV n’ont pas bougé.")
    String brokenText();

    @Message("Recevoir un nouveau lien")
    String again();

    @Message("Ce compte est suspendu")
    String suspendedTitle();

    @Message("C’est bien vous, mais ce compte est fermé pour l’instant par l’administration. Rien n’y est perdu.")
    String suspendedText();

    @Message("Motif indiqué\u00a0:")
    String suspendedReason();

    @Message("Vous n’êtes pas d’accord\u202f? Écrivez-nous depuis cette adresse pour contester la décision.")
    String suspendedContest();

    @Message("Ce compte est en cours de suppression")
    String closedTitle();

    @Message(
            "C’est bien vous, mais tout ce qu’il contient est en train d’être effacé\u00a0: plus personne n’y entre. Nous vous écrivons dès que tout est effacé\u202f; la même adresse pourra alors ouvrir un nouveau compte.")
    String closedText();

    @Message("Vous ne l’avez pas demandé\u202f? Écrivez-nous sans attendre.")
    String closedNotYou();
}
