package io.capitune.auth.admission;

import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.session.BrowserSessions;
import io.capitune.platform.mongo.Transactions;

/**
 * Lets in who has proved to be an account's owner, whatever the proof was: a link, a code, a password, a passkey, another provider's
 * word. Every way in ends here, so that what is asked of all of them is asked in one place.
 */
@ApplicationScoped
public class Admission {

    private final BrowserSessions sessions;
    private final Transactions transactions;

    Admission(BrowserSessions sessions, Transactions transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /**
     * What somebody who signs in asked for.
     *
     * @param next the path of this site to go on to
     * @param shared whether others use the device
     */
    public record Wish(String next, boolean shared) {}

    /**
     * Opens a session of the account in this browser and uses the proof up, both or neither.
     *
     * @param useUp uses up what proved it, in the transaction; false where another call has
     */
    public Admitted admit(Account account, Wish wish, HttpHeaders headers, Predicate<ClientSession> useUp) {
        if (account.closedAt() != null) {
            return new Admitted.Closed();
        }
        var suspension = account.suspension();
        if (suspension != null) {
            return new Admitted.Suspended(suspension);
        }
        var opening = sessions.prepare(account.id(), wish.shared(), headers);
        var opened = transactions.run(transaction -> {
            var mine = useUp.test(transaction);
            if (mine) {
                sessions.store(transaction, opening);
            }
            return mine;
        });
        return opened ? new Admitted.In(wish.next(), sessions.opened(opening)) : new Admitted.Spent();
    }
}
