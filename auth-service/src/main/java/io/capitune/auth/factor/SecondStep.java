package io.capitune.auth.factor;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.seal.Sealer;
import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in: who owes one, and whether what was typed is it. Each code counts once, over all replicas. */
@ApplicationScoped
public class SecondStep {

    private final AuthenticatorApps apps;
    private final RecoveryCodes recoveryCodes;
    private final List<OtherFactor> others;
    private final FactorLimits limits;
    private final Sealer sealer;
    private final AccountMail mail;
    private final Transactions transactions;
    private final Clock clock;

    SecondStep(
            AuthenticatorApps apps,
            RecoveryCodes recoveryCodes,
            @All List<OtherFactor> others,
            FactorLimits limits,
            Sealer sealer,
            AccountMail mail,
            Transactions transactions,
            Clock clock) {
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
        this.others = others;
        this.limits = limits;
        this.sealer = sealer;
        this.mail = mail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is asked of the account's owner after a first proof. */
    public Demand demand(Account account) {
        if (apps.of(account.id()).isPresent()) {
            return Demand.CODE;
        }
        if (!account.isAdmin()) {
            return Demand.NONE;
        }
        return others.stream().anyMatch(factor -> factor.has(account.id())) ? Demand.PASSKEY : Demand.ENROLMENT;
    }

    /**
     * Judges the second step of a sign-in that has no page to show, in one call.
     *
     * @param typed an app's code or a recovery code; null where none was given
     * @param source the caller's network address
     */
    public StepResult verify(Account account, @Nullable String typed, String source) {
        return switch (demand(account)) {
            case NONE -> new StepResult.NotNeeded();
            case PASSKEY, ENROLMENT -> new StepResult.OnlyInBrowser();
            case CODE -> typed == null || typed.isBlank() ? new StepResult.Missing() : judge(account, typed, source);
        };
    }

    private StepResult judge(Account account, String typed, String source) {
        var wait = takeTry(account, source);
        if (wait.isPresent()) {
            return new StepResult.TriesReached(wait.get());
        }
        return transactions.run(transaction -> useUp(transaction, account, typed))
                ? new StepResult.Right()
                : new StepResult.Wrong();
    }

    /** Takes one of the account's tries, before anything is compared; where there is none left, for how long. */
    public Optional<Duration> takeTry(Account account, String source) {
        return limits.take(account.id(), source);
    }

    /** Uses the code up, with the transaction; false for a wrong one. The try was taken before. */
    public boolean useUp(ClientSession transaction, Account account, @Nullable String typed) {
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
