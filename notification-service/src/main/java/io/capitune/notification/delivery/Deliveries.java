package io.capitune.notification.delivery;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.letter.AddressedLetter;

/**
 * Keeps a mail, then sends it, then forgets its letter. Interrupted anywhere, it goes on at the next try with the very same
 * mail, so that the provider can tell that it is the same.
 */
@ApplicationScoped
public class Deliveries {

    private final Mails mails;
    private final WayOut wayOut;

    private final LetterSeal seal;

    Deliveries(Mails mails, WayOut wayOut, LetterSeal seal) {
        this.mails = mails;
        this.wayOut = wayOut;
        this.seal = seal;
    }

    /**
     * Delivers the mail of this id, which is written only where it is not kept yet.
     *
     * @return whether it was sent now; false where it had been sent before
     * @throws PermanentFailure if it is refused, or was given up before: the event is not done where only its end was not written
     */
    public boolean deliver(String id, String kind, Supplier<AddressedLetter> writing) {
        var mail = mails.find(id).orElseGet(() -> mails.add(id, kind, writing.get()));
        if (mail.failed()) {
            throw new PermanentFailure("GIVEN_UP");
        }
        if (mail.sent()) {
            return false;
        }
        wayOut.send(new OutgoingMail(id, wayOut.from(), mail.to(), seal.open(mail)));
        mails.sent(id, wayOut.kind().label(), wayOut.kind() == ProviderKind.LOCAL);
        return true;
    }

    /** Gives up on the mail of this id, if there is one. */
    public void giveUp(String id) {
        mails.failed(id);
    }
}
