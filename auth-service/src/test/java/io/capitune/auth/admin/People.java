package io.capitune.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.Browser;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.token.Person;
import io.capitune.auth.token.Tokens;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.arc.Unremovable;

/** Accounts of every role, and browsers with their tokens as the gateway hands them on. */
@Unremovable
@ApplicationScoped
public class People {

    private final AccountChanges accounts;
    private final Tokens tokens;
    private final Transactions transactions;

    People(AccountChanges accounts, Tokens tokens, Transactions transactions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    /** A new account, as it is stored. */
    public Account with(String role, String email) {
        var made = transactions
                .run(transaction -> accounts.create(transaction, new EmailAddress(email), role, "fr", null))
                .orElseThrow();
        return transactions
                .run(transaction -> accounts.byId(transaction, made.id()))
                .orElseThrow();
    }

    /** The account as it is now; null where it is gone. */
    public Account now(Account account) {
        return transactions
                .run(transaction -> accounts.byId(transaction, account.id()))
                .orElse(null);
    }

    /** A new administrator. */
    public Account admin(String email) {
        return with(Account.ADMIN, email);
    }

    /** Its owner's browser. */
    public Browser browser(Account account) {
        return browser(account, "fr");
    }

    /** Its owner's browser, of that language. */
    public Browser browser(Account account, String locale) {
        var person = new Person(account.id(), account.roles(), locale, "session-of-" + account.id(), false);
        return new Browser().with("Authorization", "Bearer " + tokens.forPerson(person));
    }
}
