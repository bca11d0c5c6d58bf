package io.capitune.auth.account;

import java.time.Instant;

import com.mongodb.client.ClientSession;

/**
 * A way into an account that somebody else may hold. All beans of this kind are asked when its owner takes it back by its former address.
 */
public interface Reclaim {

    /**
     * Closes that way, with the transaction.
     *
     * @param since when the account may have come into other hands: what lasts, such as a passkey, goes where it is not older
     */
    void reclaim(ClientSession transaction, String accountId, Instant since);
}
