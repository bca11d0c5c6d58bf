package io.capitune.platform.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the error pages, three for each status: what happened, what is safe or why, what to do. */
@MessageBundle("error")
public interface ErrorMessages {

    @Message("Réessayer")
    String again();

    @Message("Revenir à l’accueil")
    String toHome();

    @Message("Référence")
    String reference();

    @Message("Cette demande n’a pas pu être lue")
    String title400();

    @Message("Rien n’a été modifié. L’adresse ou le formulaire est arrivé incomplet.")
    String why400();

    @Message("Revenez en arrière et renvoyez la page. Si cela recommence, repartez de l’accueil.")
    String todo400();

    @Message("Connectez-vous pour continuer")
    String title401();

    @Message("Cette page est à vous seul. Votre session est peut-être terminée.")
    String why401();

    @Message("Connectez-vous\u00a0: vous reviendrez ici, et ce que vous aviez saisi sera là.")
    String todo401();

    @Message("Vous n’avez pas accès à cette page")
    String title403();

    @Message("Rien n’a été modifié.")
    String why403();

    @Message("Si vous veniez d’un autre site, ouvrez Capitune directement et recommencez depuis la page voulue.")
    String todo403();

    @Message("Cette page n’existe pas")
    String title404();

    @Message("L’adresse est peut-être mal recopiée, ou ce que vous cherchez a été supprimé.")
    String why404();

    @Message("Vérifiez l’adresse, ou repartez d’ici.")
    String todo404();

    @Message("Cette adresse ne s’ouvre pas ainsi")
    String title405();

    @Message("Rien n’a été modifié. Cette adresse sert à envoyer un formulaire, pas à être lue.")
    String why405();

    @Message("Repartez de la page d’où vous veniez.")
    String todo405();

    @Message("Ce n’est pas encore possible")
    String title409();

    @Message("Rien n’a été modifié. La page que vous regardiez n’est plus à jour.")
    String why409();

    @Message("Rechargez-la pour voir où vous en êtes, puis recommencez.")
    String todo409();

    @Message("Ce fichier n’est plus là")
    String title410();

    @Message("Il a été supprimé, ou son délai de conservation est passé.")
    String why410();

    @Message("S’il s’agit d’un CV, vous pouvez l’imprimer de nouveau depuis Mes\u00a0CV.")
    String todo410();

    @Message("C’est trop volumineux")
    String title413();

    @Message("Rien n’a été enregistré. Un CV complet tient largement dans 256\u00a0Ko.")
    String why413();

    @Message("Raccourcissez le texte ou le fichier, puis renvoyez-le.")
    String todo413();

    @Message("Ce format n’est pas accepté ici")
    String title415();

    @Message("Rien n’a été enregistré.")
    String why415();

    @Message("Pour un import, choisissez un fichier JSON Resume (.json).")
    String todo415();

    @Message("Quelque chose est à corriger")
    String title422();

    @Message("Votre saisie est gardée. Un champ ne peut pas être accepté tel quel.")
    String why422();

    @Message("Revenez au formulaire\u00a0: le champ à reprendre y est indiqué.")
    String todo422();

    @Message("Un peu trop vite")
    String title429();

    @Message("Rien n’est perdu. Il y a eu beaucoup de demandes en peu de temps.")
    String why429();

    @Message("Attendez un peu, puis recommencez.")
    String todo429();

    @Message("Quelque chose a échoué chez nous")
    String title500();

    @Message("Vos CV et vos fichiers sont à l’abri.")
    String why500();

    @Message("Réessayez dans un instant. Si cela recommence, gardez la référence ci-dessous.")
    String todo500();

    @Message("Une partie du service ne répond pas")
    String title502();

    @Message("Vos CV et vos fichiers sont à l’abri. Elle redémarre en général seule.")
    String why502();

    @Message("Réessayez dans un instant.")
    String todo502();

    @Message("Le service est momentanément indisponible")
    String title503();

    @Message("Vos CV et vos fichiers sont à l’abri. Une impression déjà lancée continue.")
    String why503();

    @Message("Réessayez dans un instant.")
    String todo503();

    @Message("La réponse a mis trop de temps")
    String title504();

    @Message("Vos CV et vos fichiers sont à l’abri. Votre demande est peut-être tout de même passée.")
    String why504();

    @Message("Regardez dans Mes\u00a0CV avant de recommencer.")
    String todo504();
}
