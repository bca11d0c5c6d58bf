package io.capitune.auth.account;

import java.util.List;

/**
 * What other services may know of an account.
 *
 * @param formerEmails what was its address lately and is nobody's now: mails to it were the account's
 */
public record AccountView(String id, String email, String locale, List<String> roles, List<String> formerEmails) {

    static AccountView of(Account account, List<String> formerEmails) {
        return new AccountView(account.id(), account.email(), account.locale(), account.roles(), formerEmails);
    }
}
