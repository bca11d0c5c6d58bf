package io.capitune.auth.admission;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;

/** Identities at providers whose first sign-in is not whole until its last step is done. */
public interface ProvedIdentities {

    /** The identity opens the account from now on, with the transaction; nothing happens where it does already. */
    void confirm(ClientSession transaction, Account account, String identityId);
}
