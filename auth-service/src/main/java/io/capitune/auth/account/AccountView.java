package io.capitune.auth.account;

import java.util.List;

/** What other services may know of an account. */
public record AccountView(String id, String email, String locale, List<String> roles) {

    static AccountView of(Account account) {
        return new AccountView(account.id(), account.email(), account.locale(), account.roles());
    }
}
