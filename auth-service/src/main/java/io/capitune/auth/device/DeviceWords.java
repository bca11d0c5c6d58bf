package io.capitune.auth.device;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a mail calls a device, in the middle of a sentence; English stands in {@code messages/arrival_en.properties}. */
@MessageBundle("arrival")
public interface DeviceWords {

    @Message("un appareil inconnu")
    String unknown();

    @Message("une application ou un programme")
    String client();

    @Message("{name}, sur un appareil partagé")
    String shared(String name);
}
