package io.capitune.auth.account;

/** Which accounts have a password; implemented where passwords are kept. */
public interface PasswordHolders {

    /** Whether the account can be opened by one. */
    boolean hasPassword(String accountId);
}
