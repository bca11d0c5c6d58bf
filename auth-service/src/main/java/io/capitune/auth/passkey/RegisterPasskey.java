package io.capitune.auth.passkey;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Doors;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** Adds a passkey to the account of who is signed in. */
@ApplicationScoped
public class RegisterPasskey {

    private final RelyingParty party;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Doors doors;
    private final AccountMail mail;
    private final Transactions transactions;
    private final int perAccount;
    private final Clock clock;

    RegisterPasskey(
            RelyingParty party,
            Challenges challenges,
            Passkeys passkeys,
            Doors doors,
            AccountMail mail,
            Transactions transactions,
            AuthConfig config,
            Clock clock) {
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.doors = doors;
        this.mail = mail;
        this.transactions = transactions;
        this.perAccount = config.passkey().perAccount();
        this.clock = clock;
    }

    /** What the browser is asked for. */
    public CreationOptions options(Account account, String browser) {
        return CreationOptions.of(
                party.id(),
                account,
                challenges.issue(browser, account.id()),
                challenges.validFor(),
                passkeys.of(account.id()));
    }

    /** Checks the browser's answer, stores the passkey and sends the notice. */
    public RegisterResult register(Account account, String browser, @Nullable Answer answer, String name) {
        return party.made(answer, challenge -> challenges.redeem(challenge, browser, account.id()))
                .map(made -> add(account, made, name))
                .orElseGet(RegisterResult.Refused::new);
    }

    private RegisterResult add(Account account, RelyingParty.Made made, String name) {
        var passkey = new Passkey(
                made.id(),
                account.id(),
                name,
                made.publicKey(),
                made.signCount(),
                made.synced(),
                made.transports(),
                clock.instant(),
                null,
                Passkey.VERSION);
        return transactions.run(transaction -> {
            if (!doors.pass(transaction, account)) {
                return new RegisterResult.Refused();
            }
            if (passkeys.count(transaction, account.id()) >= perAccount) {
                return new RegisterResult.TooMany();
            }
            if (!passkeys.add(transaction, passkey)) {
                return new RegisterResult.Known();
            }
            mail.send(transaction, AccountLetter.aboutSecurity("passkey-added", account, Map.of("name", name)));
            return new RegisterResult.Added(passkey);
        });
    }
}
