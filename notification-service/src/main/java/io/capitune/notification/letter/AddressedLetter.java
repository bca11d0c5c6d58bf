package io.capitune.notification.letter;

/** A letter and whom it is for. */
public record AddressedLetter(Recipient to, Letter letter) {}
