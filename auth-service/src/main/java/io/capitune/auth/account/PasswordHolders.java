package io.capitune.auth.account;

import com.mongodb.client.ClientSession;

/** Which accounts have a password; implemented where passwords are kept. */
public interface PasswordHolders {

    /** Whether the account can be opened by one. */
    boolean hasPassword(String accountId);

    /** The account has none from now on, with the transaction. */
    void forget(ClientSession transaction, String accountId);
}
