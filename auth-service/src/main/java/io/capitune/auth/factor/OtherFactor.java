package io.capitune.auth.factor;

import com.mongodb.client.ClientSession;

/** A second factor beside the app, which proves by itself that the right person is there. */
public interface OtherFactor {

    /** Whether the account has one. */
    boolean has(String accountId);

    /** Whether the account has one, as the transaction sees it. */
    boolean has(ClientSession transaction, String accountId);

    /** Removes all that the account has of it. */
    void remove(ClientSession transaction, String accountId);
}
