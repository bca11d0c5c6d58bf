package io.capitune.notification.letter;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.account.AccountClient;
import io.capitune.platform.PlatformConfig;
import io.capitune.platform.event.DomainEvent;

/** Answers {@code cv.expiring}: the file of a CV goes, and here is until when it can be had. */
@ApplicationScoped
class CvExpiringLetterWriter implements LetterWriter {

    private final Letters letters;
    private final AccountClient accounts;
    private final PlatformConfig platform;
    private final Clock clock;

    CvExpiringLetterWriter(Letters letters, AccountClient accounts, PlatformConfig platform, Clock clock) {
        this.letters = letters;
        this.accounts = accounts;
        this.platform = platform;
        this.clock = clock;
    }

    @Override
    public String eventType() {
        return "cv.expiring";
    }

    @Override
    public String kind() {
        return "cv-expiring";
    }

    /** A date that is over would be a lie: the file is kept until a notice was sent, and then another one is written. */
    @Override
    public void check(DomainEvent event) {
        if (until(event).isBefore(LocalDate.now(clock))) {
            throw new PermanentFailure("DATE_PASSED");
        }
    }

    @Override
    public AddressedLetter write(DomainEvent event) {
        if (event.audience().size() != 1) {
            throw new PermanentFailure("AUDIENCE_INVALID");
        }
        var account = accounts.byId(event.audience().getFirst());
        var payload = event.payload();
        var letter = letters.cvExpiring(
                account.language(),
                payload.getOrDefault("name", "").strip(),
                payload.getOrDefault("title", "").strip(),
                until(event),
                CvLinks.of(platform, event.subject()));
        return new AddressedLetter(new Recipient(account.email()), letter);
    }

    private static LocalDate until(DomainEvent event) {
        try {
            return LocalDate.parse(event.payload().getOrDefault("until", ""));
        } catch (DateTimeException e) {
            throw new PermanentFailure("DATE_INVALID");
        }
    }
}
