package io.capitune.notification.rights;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is kept about a person here, and why some of it stays; English stands in {@code messages/share_en.properties}. */
@MessageBundle("share")
public interface ShareMessages {

    @Message("Les messages que nous vous avons envoyés\u00a0: {count}. Ceux qui attendent ne partent plus.")
    String mails(long count);
}
