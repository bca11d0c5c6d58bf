package io.capitune.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the page of devices; English stands in {@code messages/device_en.properties}. */
@MessageBundle("device")
public interface DeviceMessages {

    @Message("Mes appareils")
    String title();

    @Message("Compte")
    String account();

    @Message("Les navigateurs et applications où votre compte est ouvert. Fermez ceux que vous ne reconnaissez pas.")
    String lead();

    @Message("Cet appareil")
    String current();

    @Message("Appareil partagé")
    String shared();

    @Message("Application ou programme")
    String api();

    @Message("Ouverte le {first}, utilisée pour la dernière fois le {last}")
    String used(String first, String last);

    @Message("Fermer")
    String end();

    @Message("Fermer la session\u00a0: {device}")
    String endOf(String device);

    @Message("Fermer toutes les autres sessions")
    String endOthers();

    @Message("Votre compte n’est ouvert nulle part ailleurs.")
    String onlyThis();

    @Message("La session est fermée. Elle ne permet plus rien d’ici quelques secondes.")
    String doneOne();

    @Message("Toutes les autres sessions sont fermées, et les autres appareils sont oubliés.")
    String doneOthers();

    @Message("Fermer les autres sessions\u202f?")
    String othersTitle();

    @Message(
            "Sessions concernées\u00a0: {count}. Chacune devra se reconnecter\u00a0; ce qui n’y est pas enregistré est perdu.")
    String othersText(int count);

    @Message("Oublier les autres appareils")
    String forgetOthers();

    @Message("Oublier les autres appareils\u202f?")
    String forgetTitle();

    @Message(
            "Les appareils où votre compte a été ouvert redeviennent inconnus, sauf celui-ci\u00a0: un e-mail vous dira si l’un d’eux l’ouvre à nouveau.")
    String forgetText();

    @Message("Annuler")
    String cancel();
}
