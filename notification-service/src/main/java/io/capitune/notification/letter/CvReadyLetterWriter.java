package io.capitune.notification.letter;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.account.AccountClient;
import io.capitune.platform.PlatformConfig;
import io.capitune.platform.event.DomainEvent;

/** Answers {@code cv.done}: the CV is printed, and here is where it is. */
@ApplicationScoped
class CvReadyLetterWriter implements LetterWriter {

    private final Letters letters;
    private final AccountClient accounts;
    private final PlatformConfig platform;

    CvReadyLetterWriter(Letters letters, AccountClient accounts, PlatformConfig platform) {
        this.letters = letters;
        this.accounts = accounts;
        this.platform = platform;
    }

    @Override
    public String eventType() {
        return "cv.done";
    }

    @Override
    public String kind() {
        return "cv-ready";
    }

    @Override
    public AddressedLetter write(DomainEvent event) {
        if (event.audience().size() != 1) {
            throw new PermanentFailure("AUDIENCE_INVALID");
        }
        var account = accounts.byId(event.audience().getFirst());
        var payload = event.payload();
        var letter = letters.cvReady(
                account.language(),
                payload.getOrDefault("name", "").strip(),
                payload.getOrDefault("title", "").strip(),
                CvLinks.of(platform, event.subject()));
        return new AddressedLetter(new Recipient(account.email()), letter);
    }
}
