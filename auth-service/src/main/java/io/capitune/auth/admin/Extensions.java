package io.capitune.auth.admin;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.quarkus.arc.All;

/** What other parts of this service do for administrators, as far as they are there. */
@ApplicationScoped
public class Extensions {

    private final List<SecondFactorReset> factors;
    private final List<AccountErasure> erasures;

    Extensions(@All List<SecondFactorReset> factors, @All List<AccountErasure> erasures) {
        this.factors = factors;
        this.erasures = erasures;
    }

    /** Whether there are second factors at all. */
    public boolean knowsFactors() {
        return !factors.isEmpty();
    }

    /** Whether the account has a second factor. */
    public boolean hasFactor(String accountId) {
        return factors.stream().anyMatch(kind -> kind.active(accountId));
    }

    /** Whether accounts can be erased. */
    public boolean erases() {
        return !erasures.isEmpty();
    }

    void resetFactors(ClientSession transaction, String accountId) {
        factors.forEach(kind -> kind.reset(transaction, accountId));
    }

    /** False where it is under way already. */
    boolean erase(ClientSession transaction, Account account, String reason) {
        return erasures.stream()
                        .filter(erasure -> erasure.erase(transaction, account, reason))
                        .count()
                > 0;
    }
}
