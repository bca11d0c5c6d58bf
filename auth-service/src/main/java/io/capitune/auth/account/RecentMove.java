package io.capitune.auth.account;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;

/** An account whose address was changed a few days ago stays: whoever had the former one may have the change undone. */
@ApplicationScoped
public class RecentMove implements ClosingRule {

    private final FormerAddresses former;
    private final Clock clock;

    RecentMove(FormerAddresses former, Clock clock) {
        this.former = former;
        this.clock = clock;
    }

    @Override
    public void check(ClientSession transaction, Account account, SourceNetwork source) {
        check(account);
    }

    /**
     * The same, whoever wants the account gone.
     *
     * @throws ProblemException 409 {@code ADDRESS_CHANGED}
     */
    public void check(Account account) {
        var now = clock.instant();
        if (former.of(account.id()).stream()
                .anyMatch(address -> address.keptUntil().isAfter(now))) {
            throw new ProblemException(
                    409, "ADDRESS_CHANGED", "The address was changed a few days ago, which can still be undone.");
        }
    }
}
