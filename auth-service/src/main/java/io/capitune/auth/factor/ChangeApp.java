package io.capitune.auth.factor;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Doors;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** Changes that an owner makes to their app: each wants a code of it, or a recovery code. */
@ApplicationScoped
public class ChangeApp {

    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final SecondStep secondStep;
    private final Doors doors;
    private final Transactions transactions;

    ChangeApp(
            SecondFactors factors, Enrolment enrolment, SecondStep secondStep, Doors doors, Transactions transactions) {
        this.factors = factors;
        this.enrolment = enrolment;
        this.secondStep = secondStep;
        this.doors = doors;
        this.transactions = transactions;
    }

    /** Takes the app away. */
    public ChangeResult turnOff(Account account, @Nullable String typed, Guesser guesser) {
        if (account.isAdmin() && !factors.hasOther(account)) {
            return new ChangeResult.Required();
        }
        return change(account, typed, guesser, transaction -> mayLose(transaction, account), transaction -> {
            factors.removeApp(transaction, account);
            return List.of();
        });
    }

    /** New recovery codes; the old ones are worth nothing afterwards. */
    public ChangeResult renewRecoveryCodes(Account account, @Nullable String typed, Guesser guesser) {
        return change(
                account,
                typed,
                guesser,
                transaction -> true,
                transaction -> enrolment.renewRecoveryCodes(transaction, account));
    }

    /** An administrator's last second factor stays, whatever else is removed at the same moment. */
    private boolean mayLose(ClientSession transaction, Account account) {
        if (!account.isAdmin()) {
            return true;
        }
        doors.meet(transaction, account.id());
        return factors.hasOther(transaction, account);
    }

    private ChangeResult change(
            Account account,
            @Nullable String typed,
            Guesser guesser,
            Predicate<ClientSession> allowed,
            Function<ClientSession, List<String>> act) {
        if (!factors.of(account).on()) {
            return new ChangeResult.NotOn();
        }
        var wait = secondStep.takeTry(account, guesser);
        if (wait.isPresent()) {
            return new ChangeResult.TriesReached(wait.get());
        }
        return transactions.run(transaction -> {
            if (!allowed.test(transaction)) {
                return new ChangeResult.Required();
            }
            return secondStep.useUp(transaction, account, typed)
                    ? new ChangeResult.Done(act.apply(transaction))
                    : new ChangeResult.Wrong();
        });
    }
}
