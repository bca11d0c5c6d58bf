package io.capitune.auth.page;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.security.CurrentUser;

/** Whether somebody is in already, so that a link that they press twice leads on instead of saying that it is used up. */
@ApplicationScoped
class Inside {

    private final Accounts accounts;
    private final CurrentUser reader;

    Inside(Accounts accounts, CurrentUser reader) {
        this.accounts = accounts;
        this.reader = reader;
    }

    /** Whether the reader is signed in to the account of that address. */
    boolean as(EmailAddress address) {
        return reader.signedIn()
                && accounts.byEmail(address)
                        .filter(account -> account.id().equals(reader.id()))
                        .isPresent();
    }
}
