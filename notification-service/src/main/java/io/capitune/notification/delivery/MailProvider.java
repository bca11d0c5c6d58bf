package io.capitune.notification.delivery;

/** A way out for mail. */
interface MailProvider {

    ProviderKind kind();

    /**
     * Hands the mail over; the same mail handed over twice is to arrive once, as far as the provider can tell.
     *
     * @throws io.capitune.notification.TemporaryFailure if it may work later
     * @throws io.capitune.notification.PermanentFailure if the provider refuses this mail
     */
    void send(OutgoingMail mail);
}
