package io.capitune.notification.letter;

import io.capitune.platform.event.DomainEvent;

/** Writes the letter that an event calls for. */
public interface LetterWriter {

    /** The type of event that it answers. */
    String eventType();

    /** What its letters are, in metrics and records. */
    String kind();

    /**
     * Refuses events whose letter is of no use any more; called before every try.
     *
     * @throws io.capitune.notification.PermanentFailure if so
     */
    default void check(DomainEvent event) {}

    /**
     * The letter for the event.
     *
     * @throws io.capitune.notification.PermanentFailure if none can be written, ever
     * @throws io.capitune.notification.TemporaryFailure if none can be written now
     */
    AddressedLetter write(DomainEvent event);
}
