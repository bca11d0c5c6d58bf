package io.capitune.notification.letter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the letters. */
@MessageBundle("letter")
public interface LetterMessages {

    @Message("Votre lien de connexion")
    String signInSubject();

    @Message("Ouvrez ce lien dans le navigateur où vous l’avez demandé\u00a0: la connexion est immédiate.")
    String signInLead();

    @Message("Se connecter à Capitune")
    String signInButton();

    @Message("Ou saisissez ce code dans la page restée ouverte :")
    String signInCode();

    @Message("Le lien et le code sont valables {minutes} minutes et ne servent qu’une fois.")
    String signInValid(long minutes);

    @Message("Vous n’avez rien demandé ? Ignorez ce message : sans ce lien ni ce code, personne ne peut entrer.")
    String signInIgnore();

    @Message("Si le bouton ne répond pas, copiez cette adresse :")
    String linkFallback();

    @Message("Votre CV est prêt")
    String cvReadySubject();

    @Message("Bonjour {name},")
    String hello(String name);

    @Message("Bonjour,")
    String helloNobody();

    @Message("Votre CV « {title} » est imprimé et vérifié.")
    String cvReadyTitled(String title);

    @Message("Votre CV est imprimé et vérifié.")
    String cvReadyUntitled();

    @Message("Voir et télécharger mon CV")
    String cvReadyButton();

    @Message(
            "Vous y verrez aussi ce qu’un logiciel de recrutement lit dans le PDF, et la source de chaque phrase réécrite.")
    String cvReadyProof();

    @Message("Une erreur ? Corriger et réimprimer ne compte pas.")
    String cvReadyCorrect();

    @Message("Votre PDF est gardé jusqu’au {day}")
    String cvExpiringSubject(String day);

    @Message("Le PDF de votre CV «\u00a0{title}\u00a0» est gardé jusqu’au {day} inclus. Ensuite, il sera effacé.")
    String cvExpiringTitled(String title, String day);

    @Message("Le PDF de votre CV est gardé jusqu’au {day} inclus. Ensuite, il sera effacé.")
    String cvExpiringUntitled(String day);

    @Message("Voir et télécharger mon CV")
    String cvExpiringButton();

    @Message(
            "Pour le garder, téléchargez-le. Passé cette date, vous pourrez encore le réimprimer\u00a0: cela ne compte pas.")
    String cvExpiringDo();

    @Message("Ce que vous avez saisi reste, jusqu’à ce que vous le supprimiez.")
    String cvExpiringStays();

    @Message("Capitune a envoyé ce message parce qu’un PDF que vous avez demandé va être effacé.")
    String cvExpiringWhy();

    @Message("Capitune a envoyé ce message parce que quelqu’un a saisi cette adresse sur la page de connexion.")
    String signInWhy();

    @Message("Capitune a envoyé ce message parce que vous avez demandé un CV.")
    String cvReadyWhy();
}
