package io.capitune.auth.factor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** Sets an app up: a draft, then a right code from it, then it counts. */
@ApplicationScoped
public class Enrolment {

    private static final Duration DRAFT_VALID_FOR = Duration.ofHours(1);

    private final AuthenticatorApps apps;
    private final RecoveryCodes recoveryCodes;
    private final RandomTokens random;
    private final Sealer sealer;
    private final AccountMail mail;
    private final Clock clock;

    Enrolment(
            AuthenticatorApps apps,
            RecoveryCodes recoveryCodes,
            RandomTokens random,
            Sealer sealer,
            AccountMail mail,
            Clock clock) {
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
        this.random = random;
        this.sealer = sealer;
        this.mail = mail;
        this.clock = clock;
    }

    /** An app that a right code has confirmed, with its recovery codes; not stored yet. */
    public static final class Confirmed {

        private final AuthenticatorApp app;
        private final List<String> recoveryCodes;

        private Confirmed(AuthenticatorApp app, List<String> recoveryCodes) {
            this.app = app;
            this.recoveryCodes = recoveryCodes;
        }

        /** To be shown once, when the app is stored. */
        public List<String> recoveryCodes() {
            return recoveryCodes;
        }
    }

    /** A draft with a new key. */
    public EnrolmentDraft draft(Account account) {
        var secret = random.bytes(Totp.SECRET_BYTES);
        var content = Base64.getEncoder().encodeToString(secret) + " "
                + clock.instant().getEpochSecond();
        return EnrolmentDraft.of(secret, account.email(), sealer.seal(content, draftOf(account)));
    }

    /** The draft that a page carried; empty when it is too old, or not one of this account. */
    public Optional<EnrolmentDraft> draft(Account account, @Nullable String sealed) {
        return secret(account, sealed)
                .map(secret -> EnrolmentDraft.of(secret, account.email(), sealed == null ? "" : sealed));
    }

    /** The app, where the code is one of the draft's. */
    public Optional<Confirmed> confirm(Account account, @Nullable String sealed, @Nullable String typed) {
        var now = clock.instant();
        return secret(account, sealed)
                .flatMap(secret -> Typed.read(typed)
                        .map(code -> code instanceof Typed.AppCode(var digits) ? digits : "")
                        .map(digits -> Totp.match(secret, digits, now, 0))
                        .filter(step -> step.isPresent())
                        .map(step -> confirmed(account, secret, step.getAsLong(), now)));
    }

    /** Stores the app and sends the notice; false where the account has one. */
    public boolean store(ClientSession transaction, Account account, Confirmed confirmed) {
        var added = apps.add(transaction, confirmed.app);
        if (added) {
            mail.send(transaction, AccountLetter.aboutSecurity("second-factor-on", account, Map.of()));
        }
        return added;
    }

    /** New recovery codes in place of the old ones, and says so; to be shown once. */
    List<String> renewRecoveryCodes(ClientSession transaction, Account account) {
        var fresh = recoveryCodes.fresh(account.id());
        apps.renewCodes(transaction, account.id(), fresh.hashes(), clock.instant());
        mail.send(transaction, AccountLetter.aboutSecurity("recovery-codes-renewed", account, Map.of()));
        return fresh.shown();
    }

    /** What a stored key is sealed for. */
    static String secretOf(Account account) {
        return "second-factor:" + account.id();
    }

    private Confirmed confirmed(Account account, byte[] secret, long step, Instant now) {
        var codes = recoveryCodes.fresh(account.id());
        var sealed = sealer.seal(Base64.getEncoder().encodeToString(secret), secretOf(account));
        var app = new AuthenticatorApp(account.id(), sealed, step, codes.hashes(), now, now, AuthenticatorApp.VERSION);
        return new Confirmed(app, codes.shown());
    }

    private Optional<byte[]> secret(Account account, @Nullable String sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            var content = sealer.open(sealed, draftOf(account)).split(" ", 2);
            var end = Instant.ofEpochSecond(Long.parseLong(content[1])).plus(DRAFT_VALID_FOR);
            return clock.instant().isBefore(end)
                    ? Optional.of(Base64.getDecoder().decode(content[0]))
                    : Optional.empty();
        } catch (IllegalArgumentException changedOrAnothers) {
            return Optional.empty();
        }
    }

    private static String draftOf(Account account) {
        return "second-factor-draft:" + account.id();
    }
}
