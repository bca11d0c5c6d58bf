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

/** Answers {@code account.letter}: a mail about an account, its words chosen by its kind. */
@ApplicationScoped
class AccountLetterWriter implements LetterWriter {

    private final Letters letters;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final Clock clock;

    AccountLetterWriter(Letters letters, Sealer sealer, ObjectMapper json, Clock clock) {
        this.letters = letters;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String eventType() {
        return "account.letter";
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public void check(DomainEvent event) {
        // Without its secret the letter was written already; then only its delivery is looked up.
        if (event.sealed() == null) {
            return;
        }
        var minutes = open(event).validMinutes();
        if (minutes != null && event.at().plus(Duration.ofMinutes(minutes)).isBefore(clock.instant())) {
            throw new PermanentFailure("LINK_EXPIRED");
        }
    }

    @Override
    public AddressedLetter write(DomainEvent event) {
        var content = open(event);
        var locale = Languages.of(content.locale());
        var words = AccountLetterKind.of(content.kind())
                .map(kind -> kind.words(content, AccountLetterKind.messages(locale)))
                .orElseThrow(() -> new PermanentFailure("KIND_UNKNOWN"));
        return new AddressedLetter(new Recipient(content.email()), letters.account(locale, words, content.url()));
    }

    private AccountContent open(DomainEvent event) {
        var sealed = event.sealed();
        if (sealed == null) {
            throw new PermanentFailure("SEALED_MISSING");
        }
        try {
            return json.readValue(sealer.open(sealed, event.id()), AccountContent.class);
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            throw new PermanentFailure("SEALED_UNREADABLE");
        }
    }
}
