package io.capitune.auth.factor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** Changes that an owner makes to their app: each wants a code of it, or a recovery code. */
@ApplicationScoped
public class ChangeApp {

    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final SecondStep secondStep;
    private final Transactions transactions;

    ChangeApp(SecondFactors factors, Enrolment enrolment, SecondStep secondStep, Transactions transactions) {
        this.factors = factors;
        this.enrolment = enrolment;
        this.secondStep = secondStep;
        this.transactions = transactions;
    }

    /** Takes the app away. */
    public ChangeResult turnOff(Account account, @Nullable String typed, String source) {
        if (account.isAdmin() && !factors.hasOther(account)) {
            return new ChangeResult.Required();
        }
        return change(account, typed, source, transaction -> {
            factors.removeApp(transaction, account);
            return List.of();
        });
    }

    /** New recovery codes; the old ones are worth nothing afterwards. */
    public ChangeResult renewRecoveryCodes(Account account, @Nullable String typed, String source) {
        return change(account, typed, source, transaction -> enrolment.renewRecoveryCodes(transaction, account));
    }

    private ChangeResult change(
            Account account, @Nullable String typed, String source, Function<ClientSession, List<String>> act) {
        if (!factors.of(account).on()) {
            return new ChangeResult.NotOn();
        }
        var wait = secondStep.takeTry(account, source);
        if (wait.isPresent()) {
            return new ChangeResult.TriesReached(wait.get());
        }
        return transactions
                .run(transaction -> secondStep.useUp(transaction, account, typed)
                        ? Optional.of(act.apply(transaction))
                        : Optional.<List<String>>empty())
                .<ChangeResult>map(ChangeResult.Done::new)
                .orElseGet(ChangeResult.Wrong::new);
    }
}
