package io.capitune.auth.factor;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.admin.SecondFactorReset;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.quarkus.arc.All;

/** The second factors of accounts: how they stand, and what takes them away. Their owner is told by mail. */
@ApplicationScoped
public class SecondFactors implements SecondFactorReset {

    private final AuthenticatorApps apps;
    private final List<OtherFactor> others;
    private final Accounts accounts;
    private final AccountMail mail;

    SecondFactors(AuthenticatorApps apps, @All List<OtherFactor> others, Accounts accounts, AccountMail mail) {
        this.apps = apps;
        this.others = others;
        this.accounts = accounts;
        this.mail = mail;
    }

    public SecondFactorState of(Account account) {
        return apps.of(account.id())
                .map(app ->
                        new SecondFactorState(app.since(), app.recoveryCodes().size(), account.isAdmin()))
                .orElseGet(() -> new SecondFactorState(null, 0, account.isAdmin()));
    }

    @Override
    public boolean active(String accountId) {
        return apps.of(accountId).isPresent() || others.stream().anyMatch(factor -> factor.has(accountId));
    }

    /** Whether the account has one beside the app. */
    boolean hasOther(Account account) {
        return others.stream().anyMatch(factor -> factor.has(account.id()));
    }

    boolean hasOther(ClientSession transaction, Account account) {
        return others.stream().anyMatch(factor -> factor.has(transaction, account.id()));
    }

    /** Whether the account has an app, as the transaction sees it. */
    public boolean hasApp(ClientSession transaction, Account account) {
        return apps.of(transaction, account.id()).isPresent();
    }

    /** Takes the app and its recovery codes away, and says so. */
    void removeApp(ClientSession transaction, Account account) {
        if (apps.remove(transaction, account.id())) {
            mail.send(transaction, AccountLetter.aboutSecurity("second-factor-off", account, Map.of()));
        }
    }

    /**
     * Takes every second factor of an account away (app, recovery codes, passkeys), for whoever has lost them, and tells its owner. An
     * admin sets a new one up at the next sign-in.
     */
    @Override
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
}
