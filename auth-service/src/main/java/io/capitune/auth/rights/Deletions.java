package io.capitune.auth.rights;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.ClosingRule;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.account.RecentMove;
import io.capitune.auth.admin.AccountErasure;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.auth.token.Tokens;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.personal.Share;
import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

/** Deletes accounts at their owners' wish: closed at once, erased everywhere by {@link ErasureRun}. */
@ApplicationScoped
public class Deletions implements AccountErasure {

    private final Accounts accounts;
    private final Erasures erasures;
    private final Contexts contexts;
    private final List<ClosingRule> rules;
    private final RecentMove recentMove;
    private final Transactions transactions;
    private final Tokens tokens;
    private final Clock clock;

    Deletions(
            Accounts accounts,
            Erasures erasures,
            Contexts contexts,
            @All List<ClosingRule> rules,
            RecentMove recentMove,
            Transactions transactions,
            Tokens tokens,
            Clock clock) {
        this.accounts = accounts;
        this.erasures = erasures;
        this.contexts = contexts;
        this.rules = rules;
        this.recentMove = recentMove;
        this.transactions = transactions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The account that is to be deleted. */
    Account account(String id) {
        return accounts.byId(id).orElseThrow(ProblemException::notFound);
    }

    /** What would go and what would stay; throws {@link ContextAwayException} where that cannot be told. */
    Share preview(String accountId, Locale language) {
        return contexts.preview(accountId, language);
    }

    /** Whether what was typed is the account's address. */
    boolean confirmed(String accountId, String typed) {
        return EmailAddress.parse(typed)
                .map(EmailAddress::value)
                .filter(account(accountId).email()::equals)
                .isPresent();
    }

    /**
     * Closes the account for good and has it erased; nothing happens where that is under way.
     *
     * @param typed its address, typed by its owner
     * @param source where they ask from
     * @throws ProblemException 422 where that is another address, 409 where a {@link ClosingRule} says so
     */
    void begin(String accountId, String typed, SourceNetwork source) {
        if (!confirmed(accountId, typed)) {
            throw ProblemException.validation(
                    List.of(new FieldError("/confirm", "This is not the address of this account.")));
        }
        var account = account(accountId);
        transactions.run(transaction -> {
            rules.forEach(rule -> rule.check(transaction, account, source));
            return begin(transaction, account, null);
        });
    }

    @Override
    public boolean erase(ClientSession transaction, Account account, String reason) {
        recentMove.check(account);
        return begin(transaction, account, reason);
    }

    private boolean begin(ClientSession transaction, Account account, @Nullable String reason) {
        var now = clock.instant();
        var closed = accounts.close(transaction, account.id(), now);
        if (closed) {
            var lastTokenEndsAt = now.plus(tokens.validFor());
            erasures.add(
                    transaction,
                    new Erasure(
                            account.id(),
                            now,
                            lastTokenEndsAt,
                            contexts.names(),
                            0,
                            now,
                            reason,
                            null,
                            Erasure.VERSION));
        }
        return closed;
    }
}
