package io.capitune.notification.letter;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.capitune.notification.PermanentFailure;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.seal.Sealer;
import io.capitune.platform.security.Languages;

/** Answers {@code signin.requested}: the link and the code, to whoever owns the address. */
@ApplicationScoped
class SignInLetterWriter implements LetterWriter {

    private final Letters letters;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final Clock clock;

    SignInLetterWriter(Letters letters, Sealer sealer, ObjectMapper json, Clock clock) {
        this.letters = letters;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String eventType() {
        return "signin.requested";
    }

    @Override
    public String kind() {
        return "sign-in";
    }

    @Override
    public void check(DomainEvent event) {
        // Without its secret the letter was written already; then only its delivery is looked up.
        if (event.sealed() != null
                && event.at().plus(Duration.ofMinutes(open(event).minutes())).isBefore(clock.instant())) {
            throw new PermanentFailure("SIGN_IN_EXPIRED");
        }
    }

    @Override
    public AddressedLetter write(DomainEvent event) {
        var signIn = open(event);
        var letter = letters.signIn(Languages.of(signIn.locale()), signIn.url(), signIn.code(), signIn.minutes());
        return new AddressedLetter(new Recipient(signIn.email()), letter);
    }

    private SignInContent open(DomainEvent event) {
        var sealed = event.sealed();
        if (sealed == null) {
            throw new PermanentFailure("SEALED_MISSING");
        }
        try {
            return json.readValue(sealer.open(sealed, event.id()), SignInContent.class);
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            throw new PermanentFailure("SEALED_UNREADABLE");
        }
    }
}
