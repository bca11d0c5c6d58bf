package io.capitune.cvjob.rights;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is kept about a person here, and why some of it stays; English stands in {@code messages/share_en.properties}. */
@MessageBundle("share")
public interface ShareMessages {

    @Message("Vos CV, ce que vous y avez écrit et leurs fichiers PDF\u00a0: {count}")
    String cvs(long count);

    @Message("Ce qui est en cours d’impression est annulé.")
    String underWay();

    @Message("Votre offre, vos compteurs de CV et votre accord pour le modèle de langage")
    String settings();

    @Message(
            "Les réponses d’un modèle de langage, chiffrées de telle sorte que seule la même question les ouvre, pendant un jour au plus")
    String answers();

    @Message(
            "Elles ne portent pas votre nom et ne peuvent pas être retrouvées par compte\u202f; elles disparaissent d’elles-mêmes.")
    String answersWhy();
}
