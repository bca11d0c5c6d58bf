package io.capitune.cvjob.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the choice whether a language model may read one's text. */
@MessageBundle("consent")
public interface ConsentMessages {

    @Message("Mon accord pour le modèle de langage")
    String title();

    @Message(
            "Avec votre accord, un modèle de langage reformule vos lignes et lit le texte que vous collez. Votre nom, vos coordonnées et ce qui touche à la santé n’y vont jamais. Sans accord, vos CV sont composés par des règles.")
    String what();

    @Message("Vous avez donné votre accord le {at}.")
    String yesSince(String at);

    @Message("Vous l’avez retiré ou refusé le {at}.")
    String noSince(String at);

    @Message("Vous n’avez pas donné cet accord.")
    String never();

    @Message("Retirer mon accord")
    String withdraw();

    @Message("Donner mon accord")
    String agree();

    @Message("Mes données")
    String back();
}
