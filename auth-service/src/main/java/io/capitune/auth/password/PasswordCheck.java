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
import io.capitune.platform.seal.Sealer;
import org.jboss.logging.Logger;

/**
 * Whether an address and a password belong together. One hash and the same commands, whether the address is known or not; and since hashes
 * from elsewhere take another time than ours, an address without a password takes the time of the account that is nearest to its place, so
 * that among them as many are slow as among the others.
 */
@ApplicationScoped
public class PasswordCheck {

    private static final Logger LOG = Logger.getLogger(PasswordCheck.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordHasher hasher;
    private final PasswordTries tries;
    private final Sealer sealer;

    PasswordCheck(Accounts accounts, Passwords passwords, PasswordHasher hasher, PasswordTries tries, Sealer sealer) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.hasher = hasher;
        this.tries = tries;
        this.sealer = sealer;
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
     *     they were let in; empty where they have none. It is asked for {@link Accounts#NOBODY} where there is no such account
     * @throws ProblemException 503 {@code BUSY} where too many are being compared; the try does not count
     */
    public Result of(EmailAddress address, String password, String source, Function<String, Optional<String>> trusted) {
        var account = accounts.byEmail(address);
        var own = trusted.apply(account.map(Account::id).orElse(Accounts.NOBODY));
        var wait = tries.take(own, address, source);
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        try {
            var result = compare(address, account, password, source);
            if (result instanceof Result.Right(var owner)) {
                tries.right(own, owner, source);
            }
            return result;
        } catch (ProblemException busy) {
            tries.undo(own, address, source);
            throw busy;
        }
    }

    private Result compare(EmailAddress address, Optional<Account> account, String password, String source) {
        var nearest = passwords.nearest(account.map(Account::id).orElseGet(() -> place(address)));
        if (password.length() > 2 * PasswordRules.LONGEST) {
            return new Result.Wrong();
        }
        var verdict = hasher.compare(password, nearest.map(Password::hash).orElse(null), source);
        var own = account.flatMap(it -> nearest.filter(found -> found.id().equals(it.id())));
        if (verdict == Verdict.WRONG || own.isEmpty()) {
            return new Result.Wrong();
        }
        if (verdict == Verdict.RIGHT_BUT_WEAK) {
            hashAnew(account.get(), own.get().hash(), password, source);
        }
        return new Result.Right(account.get());
    }

    /** Where an address without an account has its place among the accounts, always the same. */
    private String place(EmailAddress address) {
        return sealer.mac("password-place", address.value());
    }

    private void hashAnew(Account account, String hash, String password, String source) {
        try {
            passwords.rehash(account.id(), hash, hasher.hash(password, source));
        } catch (ProblemException busy) {
            LOG.debugf("A weak hash stays until the next sign-in: %s", busy.code());
        }
    }
}
