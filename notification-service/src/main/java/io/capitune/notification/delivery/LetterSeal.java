package io.capitune.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.capitune.notification.PermanentFailure;
import io.capitune.notification.letter.Letter;
import io.capitune.platform.seal.Sealer;

/** Letters rest sealed: one that signs its reader in is a secret until it is sent. */
@ApplicationScoped
class LetterSeal {

    private final Sealer sealer;
    private final ObjectMapper json;

    LetterSeal(Sealer sealer, ObjectMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    String close(Letter letter, String mailId) {
        try {
            return sealer.seal(json.writeValueAsString(letter), mailId);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three strings are always JSON", e);
        }
    }

    Letter open(Mail mail) {
        var sealed = mail.sealed();
        if (sealed == null) {
            throw new PermanentFailure("LETTER_GONE");
        }
        try {
            return json.readValue(sealer.open(sealed, mail.id()), Letter.class);
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            throw new PermanentFailure("LETTER_UNREADABLE");
        }
    }
}
