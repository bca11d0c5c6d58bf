package io.capitune.notification.delivery;

import io.capitune.notification.letter.Letter;

/** A mail on its way out. */
record OutgoingMail(String id, String from, String to, Letter letter) {

    @Override
    public String toString() {
        return "mail " + id;
    }
}
