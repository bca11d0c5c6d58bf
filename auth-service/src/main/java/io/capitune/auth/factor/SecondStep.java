package io.capitune.auth.factor;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in: who owes one, and whether what was typed is it. */
@ApplicationScoped
public class SecondStep {

    private final SecondFactors factors;
    private final FactorCodes codes;
    private final FactorLimits limits;
    private final Transactions transactions;

    SecondStep(SecondFactors factors, FactorCodes codes, FactorLimits limits, Transactions transactions) {
        this.factors = factors;
        this.codes = codes;
        this.limits = limits;
        this.transactions = transactions;
    }

    /** What is asked of the account's owner after a first proof. */
    public Demand demand(Account account) {
        if (factors.of(account).on()) {
            return Demand.CODE;
        }
        if (!account.isAdmin()) {
            return Demand.NONE;
        }
        return factors.hasOther(account) ? Demand.PASSKEY : Demand.ENROLMENT;
    }

    /**
     * Judges the second step of a sign-in that has no page to show, in one call.
     *
     * @param typed an app's code or a recovery code; null where none was given
     */
    public StepResult verify(Account account, @Nullable String typed, Guesser guesser) {
        return switch (demand(account)) {
            case NONE -> new StepResult.NotNeeded();
            case PASSKEY, ENROLMENT -> new StepResult.OnlyInBrowser();
            case CODE -> typed == null || typed.isBlank() ? new StepResult.Missing() : judge(account, typed, guesser);
        };
    }

    private StepResult judge(Account account, String typed, Guesser guesser) {
        var wait = takeTry(account, guesser);
        if (wait.isPresent()) {
            return new StepResult.TriesReached(wait.get());
        }
        return transactions.run(transaction -> useUp(transaction, account, typed))
                ? new StepResult.Right()
                : new StepResult.Wrong();
    }

    /** Takes a try at the account's codes, before anything is compared; where there is none left, for how long. */
    public Optional<Duration> takeTry(Account account, Guesser guesser) {
        return limits.take(account.id(), guesser);
    }

    /** Uses the code up, with the transaction; false for a wrong one. The try was taken before. */
    public boolean useUp(ClientSession transaction, Account account, @Nullable String typed) {
        return codes.useUp(transaction, account, typed);
    }
}
