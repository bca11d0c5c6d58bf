package io.capitune.auth.factor;

import java.time.Clock;
import java.util.Base64;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** Compares what was typed with an account's codes. Each code counts once, over all replicas. */
@ApplicationScoped
public class FactorCodes {

    private final AuthenticatorApps apps;
    private final RecoveryCodes recoveryCodes;
    private final Sealer sealer;
    private final AccountMail mail;
    private final Clock clock;

    FactorCodes(AuthenticatorApps apps, RecoveryCodes recoveryCodes, Sealer sealer, AccountMail mail, Clock clock) {
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
        this.sealer = sealer;
        this.mail = mail;
        this.clock = clock;
    }

    /** Uses the code up, with the transaction; false for a wrong one. A recovery code's owner is told of it. */
    boolean useUp(ClientSession transaction, Account account, @Nullable String typed) {
        return Typed.read(typed)
                .map(code -> switch (code) {
                    case Typed.AppCode(var digits) -> useStep(transaction, account, digits);
                    case Typed.RecoveryCode(var letters) -> useRecoveryCode(transaction, account, letters);
                })
                .orElse(false);
    }

    private boolean useStep(ClientSession transaction, Account account, String digits) {
        var app = apps.of(transaction, account.id());
        if (app.isEmpty()) {
            return false;
        }
        var secret = Base64.getDecoder().decode(sealer.open(app.get().sealedSecret(), Enrolment.secretOf(account)));
        var step = Totp.match(secret, digits, clock.instant(), app.get().lastStep());
        return step.isPresent() && apps.useStep(transaction, app.get(), step.getAsLong());
    }

    private boolean useRecoveryCode(ClientSession transaction, Account account, String letters) {
        var used = apps.useRecoveryCode(transaction, account.id(), recoveryCodes.hash(account.id(), letters));
        used.ifPresent(app -> mail.send(
                transaction,
                AccountLetter.aboutSecurity(
                        "recovery-code-used",
                        account,
                        Map.of("left", Integer.toString(app.recoveryCodes().size())))));
        return used.isPresent();
    }
}
