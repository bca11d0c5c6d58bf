package io.capitune.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/** The way out that leads nowhere: the mail is kept, and that is all. */
@ApplicationScoped
class LocalMailbox implements MailProvider {

    @Override
    public ProviderKind kind() {
        return ProviderKind.LOCAL;
    }

    @Override
    public void send(OutgoingMail mail) {
        // Kept already.
    }
}
