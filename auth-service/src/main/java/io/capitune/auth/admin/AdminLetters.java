package io.capitune.auth.admin;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;

/** What an account's owner is told of what administrators did. */
@ApplicationScoped
class AdminLetters {

    private final AccountMail mail;

    AdminLetters(AccountMail mail) {
        this.mail = mail;
    }

    void created(ClientSession transaction, Account account) {
        mail.send(
                transaction,
                new AccountLetter("account-created", address(account), account.locale(), Map.of(), "/login", null));
    }

    void suspended(ClientSession transaction, Account account, Reason reason) {
        mail.send(
                transaction,
                AccountLetter.notice(
                        "account-suspended", address(account), account.locale(), Map.of("reason", reason.text())));
    }

    void restored(ClientSession transaction, Account account) {
        mail.send(
                transaction,
                new AccountLetter("account-restored", address(account), account.locale(), Map.of(), "/login", null));
    }

    void roleChanged(ClientSession transaction, Account account, Role role) {
        var details = Map.of("role", role.written());
        mail.send(
                transaction,
                new AccountLetter("role-changed", address(account), account.locale(), details, "/account", null));
    }

    private static EmailAddress address(Account account) {
        return new EmailAddress(account.email());
    }
}
