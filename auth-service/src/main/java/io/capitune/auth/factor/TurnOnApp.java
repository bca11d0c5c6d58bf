package io.capitune.auth.factor;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Doors;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** Sets an app up for somebody who is signed in. */
@ApplicationScoped
public class TurnOnApp {

    private final Enrolment enrolment;
    private final Doors doors;
    private final Transactions transactions;

    TurnOnApp(Enrolment enrolment, Doors doors, Transactions transactions) {
        this.enrolment = enrolment;
        this.doors = doors;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Result {

        /** It counts from here on; the codes are shown this once. */
        record On(List<String> recoveryCodes) implements Result {
            public On {
                recoveryCodes = List.copyOf(recoveryCodes);
            }

            @Override
            public String toString() {
                return "on";
            }
        }

        /** The code is not the draft's. */
        record WrongCode() implements Result {}

        /** The draft is too old, or another account's. */
        record DraftOver() implements Result {}

        /** The account has an app, or is not what it was. */
        record AlreadyOn() implements Result {}
    }

    public Result turnOn(Account account, @Nullable String draft, @Nullable String code) {
        if (enrolment.draft(account, draft).isEmpty()) {
            return new Result.DraftOver();
        }
        var confirmed = enrolment.confirm(account, draft, code).orElse(null);
        if (confirmed == null) {
            return new Result.WrongCode();
        }
        return transactions.run(transaction ->
                        doors.pass(transaction, account) && enrolment.store(transaction, account, confirmed))
                ? new Result.On(confirmed.recoveryCodes())
                : new Result.AlreadyOn();
    }
}
