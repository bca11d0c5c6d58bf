package io.capitune.portal.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Titles of the pages to be read. */
@MessageBundle("texts")
public interface TextsMessages {

    @Message("Pages d’information")
    String pages();

    @Message("Aide")
    String help();

    @Message("Confidentialité")
    String privacy();

    @Message("Accessibilité")
    String accessibility();

    @Message("Mentions légales")
    String legal();
}
