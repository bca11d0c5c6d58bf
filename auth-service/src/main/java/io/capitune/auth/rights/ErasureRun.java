package io.capitune.auth.rights;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.mongo.Transactions;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with erasures until every context has confirmed its own. All of them erase at once, and again when no token of the account
 * is good any more: only that counts, since what a token that was still about let in meanwhile is erased by it, too. Then the
 * account goes and its receipt is written, both or neither. Ended anywhere, it is gone on with when its lease is over.
 */
@ApplicationScoped
class ErasureRun {

    private static final Logger LOG = Logger.getLogger(ErasureRun.class);
    private static final String RECEIPT = "account-deleted";
    private static final int DOUBLINGS = 20;

    private final Erasures erasures;
    private final Contexts contexts;
    private final Accounts accounts;
    private final AccountMail mail;
    private final Transactions transactions;
    private final RightsConfig config;
    private final Clock clock;

    ErasureRun(
            Erasures erasures,
            Contexts contexts,
            Accounts accounts,
            AccountMail mail,
            Transactions transactions,
            RightsConfig config,
            Clock clock) {
        this.erasures = erasures;
        this.contexts = contexts;
        this.accounts = accounts;
        this.mail = mail;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /** Goes on with all that are due. */
    void runDue() {
        for (var next = erasures.take(clock.instant(), config.lease());
                next.isPresent();
                next = erasures.take(clock.instant(), config.lease())) {
            run(next.get());
        }
    }

    private void run(Erasure erasure) {
        var begun = clock.instant();
        var forGood = !begun.isBefore(erasure.lastTokenEndsAt());
        var failed = false;
        for (var name : erasure.waiting()) {
            var erased = erased(name, erasure.id());
            failed |= !erased;
            if (erased && forGood) {
                erasures.confirm(erasure.id(), name);
            }
        }
        if (forGood && !failed) {
            finish(erasure);
        } else {
            erasures.putOff(erasure.id(), failed ? begun.plus(backoff(erasure.tries())) : erasure.lastTokenEndsAt());
        }
    }

    private boolean erased(String context, String accountId) {
        try {
            contexts.named(context)
                    .orElseThrow(() -> new IllegalStateException("capitune.rights.contexts no longer names it"))
                    .erase(accountId);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("An erasure waits for %s: %s", context, e.getMessage());
            return false;
        }
    }

    private void finish(Erasure erasure) {
        transactions.run(transaction -> {
            if (erasures.finish(transaction, erasure.id(), clock.instant())) {
                accounts.remove(transaction, erasure.id())
                        .ifPresent(account -> mail.send(transaction, receipt(account, erasure.reason())));
            }
            return erasure;
        });
    }

    private static AccountLetter receipt(Account account, @Nullable String reason) {
        return AccountLetter.notice(
                RECEIPT,
                new EmailAddress(account.email()),
                account.locale(),
                reason == null ? Map.of() : Map.of("reason", reason));
    }

    private Duration backoff(int tries) {
        var wait = config.backoff().multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return wait.compareTo(config.longestBackoff()) < 0 ? wait : config.longestBackoff();
    }
}
