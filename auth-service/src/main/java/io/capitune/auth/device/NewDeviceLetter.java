package io.capitune.auth.device;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.page.Moments;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail that tells of a sign-in from a new device. It names only what we have a name for: nobody writes words into it. */
@ApplicationScoped
class NewDeviceLetter {

    private final ZoneId zone;

    NewDeviceLetter(@ConfigProperty(name = "capitune.time-zone", defaultValue = "Europe/Paris") ZoneId zone) {
        this.zone = zone;
    }

    AccountLetter of(Arrival arrival, Instant at) {
        var account = arrival.account();
        var language = Locale.of(account.locale());
        return new AccountLetter(
                "new-device",
                new EmailAddress(account.email()),
                account.locale(),
                Map.of("device", name(arrival, language), "at", new Moments(language, zone).moment(at)),
                "/account/devices",
                null);
    }

    private static String name(Arrival arrival, Locale language) {
        var words = Bundles.in(language, DeviceWords.class);
        var name = arrival.name().in(language.getLanguage(), words.unknown());
        return switch (arrival.kind()) {
            case BROWSER -> name;
            case SHARED_BROWSER -> words.shared(name);
            case CLIENT -> arrival.name().in(language.getLanguage(), words.client());
        };
    }
}
