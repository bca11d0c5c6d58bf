package io.capitune.auth.admin;

import com.mongodb.client.ClientSession;

/** Takes a second factor away from who has lost it; implemented where second factors are kept. Where none is, it is not offered. */
public interface SecondFactorReset {

    /** Whether the account has one. */
    boolean active(String accountId);

    /** Removes whatever the account has of this kind, with the transaction, and tells its owner. */
    void reset(ClientSession transaction, String accountId);
}
