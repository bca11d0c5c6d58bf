package io.capitune.auth.password;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.password.PasswordHasher.Verdict;
import io.capitune.platform.error.ProblemException;
import org.jboss.logging.Logger;

/** Whether an address and a password belong together. One hash and the same commands, whether the address is known or not. */
@ApplicationScoped
public class PasswordCheck {

    private static final Logger LOG = Logger.getLogger(PasswordCheck.class);

    /** Stands in for the id of no account. */
    private static final String NOBODY = "nobody";

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordHasher hasher;
    private final PasswordTries tries;

    PasswordCheck(Accounts accounts, Passwords passwords, PasswordHasher hasher, PasswordTries tries) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.hasher = hasher;
        this.tries = tries;
    }

    /** What was found. */
    public sealed interface Result {

        /** The account whose password it is. */
        record Right(Account account) implements Result {}

        /** It is not, or there is no such account, or it has no password. */
        record Wrong() implements Result {}

        /** Too many tries; nothing was compared. */
        record Wait(Duration retryAfter) implements Result {}
    }

    /**
     * Compares, and hashes anew what was hashed more weakly than is done today.
     *
     * @param source the network address that asks
     * @param trusted what tries are counted by in place of address and network: a secret of the account with this id that who asks was given when
     *     they were let in; empty where they have none. It is asked for {@code nobody} where there is no such account
     */
    public Result of(EmailAddress address, String password, String source, Function<String, Optional<String>> trusted) {
        var account = accounts.byEmail(address);
        var own = trusted.apply(account.map(Account::id).orElse(NOBODY));
        var counted = own.orElse(address.value());
        var wait =
                own.isPresent() ? tries.take(counted) : tries.takeFrom(source).or(() -> tries.take(counted));
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        var result = compare(account, password);
        if (result instanceof Result.Right) {
            tries.reset(counted);
            if (own.isEmpty()) {
                tries.giveBackTo(source);
            }
        }
        return result;
    }

    private Result compare(Optional<Account> account, String password) {
        var hash = passwords.hashOf(account.map(Account::id).orElse(NOBODY)).orElse(null);
        if (password.length() > 2 * PasswordRules.LONGEST) {
            return new Result.Wrong();
        }
        var verdict = hasher.compare(password, hash);
        if (verdict == Verdict.WRONG || account.isEmpty() || hash == null) {
            return new Result.Wrong();
        }
        if (verdict == Verdict.RIGHT_BUT_WEAK) {
            hashAnew(account.get(), hash, password);
        }
        return new Result.Right(account.get());
    }

    private void hashAnew(Account account, String hash, String password) {
        try {
            passwords.rehash(account.id(), hash, hasher.hash(password));
        } catch (ProblemException busy) {
            LOG.debugf("A weak hash stays until the next sign-in: %s", busy.code());
        }
    }
}
