package io.capitune.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about second factors and passkeys; English stands in {@code messages/security_en.properties}. */
@MessageBundle("security")
public interface SecurityMessages {

    @Message("Sécurité du compte")
    String title();

    @Message("Deux protections au choix, en plus de votre façon habituelle d’entrer.")
    String lead();

    @Message("Compte")
    String account();

    @Message("Revenir à la sécurité du compte")
    String back();

    @Message("Ne rien changer")
    String cancel();

    @Message("Code d’une application")
    String appTitle();

    @Message(
            "À chaque connexion, un code de votre téléphone s’ajoute au lien ou au mot de passe. Qui lit vos e-mails n’entre pas sans votre téléphone.")
    String appText();

    @Message("Activé")
    String on();

    @Message("Désactivé")
    String off();

    @Message("Activé depuis le {date}.")
    String since(String date);

    @Message("Configurer une application")
    String setUp();

    @Message("Désactiver")
    String turnOff();

    @Message("L’administration demande une application ou une clé d’accès.")
    String requiredForAdmins();

    @Message("Codes de secours")
    String codesTitle();

    @Message("Il en reste {left} sur 10. Chacun remplace une fois le code de l’application.")
    String codesLeft(int left);

    @Message("Il en reste peu\u00a0: renouvelez-les tant que vous avez votre téléphone.")
    String codesScarce();

    @Message("Renouveler les codes")
    String codesRenew();

    @Message("Clés d’accès")
    String passkeysTitle();

    @Message("Entrez avec votre empreinte, votre visage ou le code de l’appareil. Rien à retenir, rien à recopier.")
    String passkeysText();

    @Message("Vous n’en avez pas encore.")
    String passkeysNone();

    @Message("Ajouter une clé d’accès")
    String passkeyAdd();

    @Message("Nom de la clé")
    String passkeyName();

    @Message("Par exemple «\u00a0Téléphone\u00a0» ou «\u00a0Ordinateur de la maison\u00a0».")
    String passkeyNameHint();

    @Message("Donnez un nom de 60 caractères au plus.")
    String passkeyNameInvalid();

    @Message("Ajoutée le {date}.")
    String passkeyAdded(String date);

    @Message("Dernier usage le {moment}.")
    String passkeyUsed(String moment);

    @Message("Pas encore utilisée.")
    String passkeyNeverUsed();

    @Message("Partagée entre vos appareils")
    String passkeySynced();

    @Message("Modifier «\u00a0{name}\u00a0»")
    String passkeyManage(String name);

    @Message("Modifier")
    String passkeyEdit();

    @Message("Enregistrer le nom")
    String passkeyRename();

    @Message("Retirer cette clé")
    String passkeyRemoveTitle();

    @Message(
            "Elle n’ouvrira plus votre compte. Le lien par e-mail continue de fonctionner. Effacez-la aussi sur l’appareil, où elle reste enregistrée.")
    String passkeyRemoveText();

    @Message("Retirer la clé")
    String passkeyRemove();

    @Message("Ce navigateur ne sait pas créer de clé d’accès, ou les scripts y sont coupés.")
    String passkeyUnsupported();

    @Message("Pour en ajouter une, connectez-vous à nouveau.")
    String passkeyLater();

    @Message("Rien n’a été enregistré\u00a0: la demande a été fermée ou a expiré. Vous pouvez recommencer.")
    String passkeyCancelled();

    @Message("Cet appareil a déjà une clé pour ce compte.")
    String passkeyKnown();

    @Message("La clé n’a pas pu être enregistrée. Rechargez la page et recommencez.")
    String passkeyFailed();

    @Message("Entrer avec une clé d’accès")
    String signInPasskey();

    @Message("Aucune clé d’accès n’a répondu. Recommencez, ou entrez par e-mail.")
    String signInFailed();

    @Message("Le code d’une application n’est plus demandé.")
    String doneAppOff();

    @Message("Fermer les autres sessions")
    String endOthers();

    @Message("La clé d’accès est enregistrée.")
    String donePasskeyAdded();

    @Message("Le nom est enregistré.")
    String donePasskeyRenamed();

    @Message("La clé d’accès est retirée.")
    String donePasskeyRemoved();

    @Message("Encore une étape")
    String secondTitle();

    @Message("Ouvrez votre application de codes et recopiez les six chiffres du moment.")
    String secondLead();

    @Message("Code de l’application")
    String secondCode();

    @Message("Il change toutes les 30 secondes.")
    String secondCodeHint();

    @Message("Donnez un des codes de secours que vous avez notés. Il ne servira plus ensuite.")
    String recoveryLead();

    @Message("Code de secours")
    String recoveryCode();

    @Message("Dix lettres et chiffres, avec ou sans le tiret.")
    String recoveryHint();

    @Message("Téléphone perdu\u202f? Utiliser un code de secours")
    String useRecovery();

    @Message("Utiliser l’application")
    String useApp();

    @Message("Ni téléphone ni codes\u202f? L’assistance peut vous aider après vérification.")
    String noneLeft();

    @Message("Ce compte d’administration s’ouvre avec sa clé d’accès.")
    String passkeyOnlyLead();

    @Message(
            "Cette page a besoin des scripts du navigateur et d’une clé d’accès. Sans clé, une autre personne de l’administration peut remettre votre compte à zéro.")
    String passkeyOnlyMissing();

    @Message("Entrer")
    String enter();

    @Message(
            "Ce n’est pas le code du moment, ou il a déjà servi. Attendez le suivant\u202f; essais restants\u00a0: {left}.")
    String codeWrong(int left);

    @Message("Le code a six chiffres\u00a0: recopiez-le tel que l’application le montre.")
    String codeMalformed();

    @Message("Un code de secours a dix lettres et chiffres\u00a0: recopiez-le tel que vous l’avez noté.")
    String recoveryMalformed();

    @Message("Ce code de secours ne fonctionne pas, ou il a déjà servi. Essais restants\u00a0: {left}.")
    String recoveryWrong(int left);

    @Message("Trop d’essais. Réessayez dans {minutes} min.")
    String triesReachedMinutes(long minutes);

    @Message("Trop d’essais. Réessayez dans {hours} h.")
    String triesReachedHours(long hours);

    @Message("Cette connexion a expiré")
    String overTitle();

    @Message("Dix minutes sont passées, ou il y a eu trop d’essais. Votre compte n’a pas bougé.")
    String overText();

    @Message("Se connecter à nouveau")
    String signInAgain();

    @Message("Configurer une application")
    String setUpTitle();

    @Message(
            "Votre compte administre Capitune\u00a0: il lui faut un second moyen de prouver que c’est vous. C’est fait en deux minutes.")
    String setUpEnrolLead();

    @Message("Avec Aegis, Google Authenticator, 1Password ou une autre application de codes.")
    String setUpLead();

    @Message("1. Lisez ce carré avec l’application")
    String setUpScan();

    @Message("Code QR pour le compte {email}. La clé en lettres est écrite dessous.")
    String setUpPicture(String email);

    @Message("Ou recopiez cette clé\u00a0:")
    String setUpKey();

    @Message("Sur ce téléphone\u202f? Ouvrir dans l’application")
    String setUpOpen();

    @Message("2. Donnez le code affiché")
    String setUpType();

    @Message("Activer")
    String setUpConfirm();

    @Message("Ce n’est pas le code du moment. Vérifiez l’heure du téléphone, puis donnez le code suivant.")
    String setUpWrong();

    @Message("Désactiver le code de l’application\u202f?")
    String offTitle();

    @Message(
            "Votre boîte e-mail ou votre mot de passe suffira pour entrer. Les codes de secours ne serviront plus. Nous vous préviendrons par e-mail.")
    String offText();

    @Message("Désactiver le code")
    String offDo();

    @Message("Code de l’application ou code de secours")
    String changeCode();

    @Message("Ce code ne fonctionne pas, ou il a déjà servi. Attendez le code suivant de l’application.")
    String changeWrong();

    @Message("Un compte d’administration garde une application ou une clé d’accès. Ajoutez d’abord l’autre.")
    String adminsKeepOne();

    @Message("Renouveler les codes de secours\u202f?")
    String renewTitle();

    @Message("Les anciens cesseront de fonctionner. Vous verrez les nouveaux une seule fois.")
    String renewText();

    @Message("Renouveler")
    String renewDo();

    @Message("Notez vos codes de secours")
    String shownTitle();

    @Message(
            "Chacun ouvre votre compte une fois si le téléphone manque. Nous ne pourrons plus vous les montrer\u00a0: imprimez cette page ou copiez-les dans un endroit sûr, ailleurs que sur ce téléphone.")
    String shownText();

    @Message("Vos codes de secours")
    String shownLabel();

    @Message("Copier les codes")
    String shownCopy();

    @Message("Les codes sont copiés.")
    String shownCopied();

    @Message("Les codes sont sélectionnés\u00a0: copiez-les.")
    String shownSelected();

    @Message("Imprimer")
    String shownPrint();

    @Message("Je les ai notés, continuer")
    String shownGoOn();

    @Message("Confirmez que c’est vous")
    String againTitle();

    @Message(
            "Ce changement protège votre compte\u00a0: il demande une connexion de moins de 15 minutes. Nous envoyons un lien et un code à")
    String againText();

    @Message("Recevoir le code")
    String againSend();
}
