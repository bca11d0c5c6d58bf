package io.capitune.platform.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the frame around every page. */
@MessageBundle("shell")
public interface ShellMessages {

    @Message("Capitune : un CV juste, une ligne à la fois.")
    String description();

    @Message("Aller au contenu")
    String skip();

    @Message("Capitune, accueil")
    String home();

    @Message("Navigation principale")
    String mainNav();

    @Message("Mes\u00a0CV")
    String myCvs();

    @Message("Nouveau\u00a0CV")
    String newCv();

    @Message("Offres")
    String plans();

    @Message("Comment ça marche")
    String how();

    @Message("Modèles")
    String templates();

    @Message("Preuve")
    String proof();

    @Message("Se connecter")
    String signIn();

    @Message("Se déconnecter")
    String signOut();

    @Message("Menu")
    String menu();

    @Message("Votre compte")
    String account();

    @Message("Administration")
    String administration();

    @Message("English")
    String otherLanguage();

    @Message("Pied de page")
    String footerNav();

    @Message("Aide")
    String help();

    @Message("Confidentialité")
    String privacy();

    @Message("Accessibilité")
    String accessibility();

    @Message("Mentions légales")
    String legal();

    @Message("Mon compte")
    String myAccount();
}
