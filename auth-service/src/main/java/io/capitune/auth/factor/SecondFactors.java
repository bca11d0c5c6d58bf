package io.capitune.auth.factor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.arc.All;

/** The second factors of accounts: how they stand, and what ends them. Their owner is told of each change by mail. */
@ApplicationScoped
public class SecondFactors {

    private final AuthenticatorApps apps;
    private final List<OtherFactor> others;
    private final RecoveryCodes recoveryCodes;
    private final SecondStep secondStep;
    private final Accounts accounts;
    private final AccountMail mail;
    private final Transactions transactions;
    private final Clock clock;

    SecondFactors(
            AuthenticatorApps apps,
            @All List<OtherFactor> others,
            RecoveryCodes recoveryCodes,
            SecondStep secondStep,
            Accounts accounts,
            AccountMail mail,
            Transactions transactions,
            Clock clock) {
        this.apps = apps;
        this.others = others;
        this.recoveryCodes = recoveryCodes;
        this.secondStep = secondStep;
        this.accounts = accounts;
        this.mail = mail;
        this.transactions = transactions;
        this.clock = clock;
    }

    public SecondFactorState of(Account account) {
        return apps.of(account.id())
                .map(app ->
                        new SecondFactorState(app.since(), app.recoveryCodes().size(), account.isAdmin()))
                .orElseGet(() -> new SecondFactorState(null, 0, account.isAdmin()));
    }

    /** Takes the app away, for a code of it or a recovery code. */
    public ChangeResult turnOff(Account account, String typed, String source) {
        if (account.isAdmin() && others.stream().noneMatch(factor -> factor.has(account.id()))) {
            return new ChangeResult.Required();
        }
        return change(account, typed, source, transaction -> {
            apps.remove(transaction, account.id());
            mail.send(transaction, AccountLetter.aboutSecurity("second-factor-off", account, Map.of()));
            return List.of();
        });
    }

    /** New recovery codes, for a code of the app or one of the old ones; the old ones are worth nothing afterwards. */
    public ChangeResult renewRecoveryCodes(Account account, String typed, String source) {
        return change(account, typed, source, transaction -> {
            var fresh = recoveryCodes.fresh(account.id());
            apps.renewCodes(transaction, account.id(), fresh.hashes(), clock.instant());
            mail.send(transaction, AccountLetter.aboutSecurity("recovery-codes-renewed", account, Map.of()));
            return fresh.shown();
        });
    }

    /**
     * Takes every second factor of an account away (app, recovery codes, passkeys), for whoever has lost them, and tells its owner. An
     * admin sets a new one up at the next sign-in.
     */
    public void reset(ClientSession transaction, String accountId) {
        erase(transaction, accountId);
        accounts.byId(accountId)
                .ifPresent(account ->
                        mail.send(transaction, AccountLetter.aboutSecurity("second-factor-reset", account, Map.of())));
    }

    /** The same without a word, for an account that goes. */
    public void erase(ClientSession transaction, String accountId) {
        apps.remove(transaction, accountId);
        others.forEach(factor -> factor.remove(transaction, accountId));
    }

    private ChangeResult change(
            Account account, String typed, String source, Function<ClientSession, List<String>> act) {
        if (apps.of(account.id()).isEmpty()) {
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
