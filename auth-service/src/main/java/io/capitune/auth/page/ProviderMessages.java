package io.capitune.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about signing in with other providers; English stands in {@code messages/provider_en.properties}. */
@MessageBundle("provider")
public interface ProviderMessages {

    @Message("Continuer avec {label}")
    String with(String label);

    @Message("Ou avec un compte que vous avez déjà")
    String heading();

    @Message("Vers {label}")
    String leavingTitle(String label);

    @Message("Vous allez confirmer chez {label} que c’est bien vous, puis revenir ici.")
    String leavingText(String label);

    @Message("Aller chez {label}")
    String leavingGo(String label);

    @Message("Connexion avec {label} interrompue")
    String deniedTitle(String label);

    @Message("{label} nous dit que l’accès n’a pas été accordé. Rien n’a changé ici.")
    String deniedText(String label);

    @Message("{label} ne confirme pas votre adresse")
    String unverifiedTitle(String label);

    @Message(
            "Nous n’ouvrons un compte par {label} que si {label} confirme que l’adresse e-mail est bien la vôtre. Recevez plutôt un lien à votre adresse\u00a0: il ouvre le même compte.")
    String unverifiedText(String label);

    @Message("{label} ne répond pas comme prévu")
    String failedTitle(String label);

    @Message(
            "Cela vient de ce service ou de notre liaison avec lui. Votre compte n’a pas bougé. Réessayez dans quelques minutes, ou entrez autrement.")
    String failedText();

    @Message("Cette connexion ne peut plus continuer")
    String overTitle();

    @Message("Elle a déjà servi, elle a attendu plus de dix minutes, ou elle a commencé dans un autre navigateur.")
    String overText();

    @Message("Entrer autrement")
    String otherWays();

    @Message("Réessayer avec {label}")
    String tryAgain(String label);

    @Message("Autres services")
    String title();

    @Message("Ces services ouvrent votre compte. Le lien par e-mail reste toujours possible.")
    String text();

    @Message(
            "Aucun pour l’instant. Le premier passage par «\u00a0Continuer avec…\u00a0», à la page d’entrée, relie un service qui confirme votre adresse.")
    String none();

    @Message("Relié le {date}.")
    String since(String date);

    @Message("Utilisé le {time}.")
    String used(String time);

    @Message("Gérer")
    String manage();

    @Message("Gérer {label}")
    String manageOf(String label);

    @Message("Ne plus entrer avec {label}")
    String unlinkTitle(String label);

    @Message(
            "Ce compte {label} n’ouvrira plus votre compte. Vous entrez alors par le lien envoyé à votre adresse, ou par un autre moyen que vous avez choisi. Revenir plus tard avec {label} le relie de nouveau, si l’adresse confirmée est la vôtre.")
    String unlinkText(String label);

    @Message("Ne plus entrer avec {label}")
    String unlink(String label);

    @Message("Ce service n’ouvre plus votre compte.")
    String doneUnlinked();
}
