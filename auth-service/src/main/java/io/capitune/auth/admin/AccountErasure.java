package io.capitune.auth.admin;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;

/** Erases an account on an administrator's word; implemented where persons erase their own. Where none is, it is not offered. */
public interface AccountErasure {

    /**
     * Begins the erasure with the transaction: once it is committed nobody gets into the account, and all contexts are on their way
     * to forget it. The caller has made sure that one administrator stays.
     *
     * @param reason the administrator's, which its owner is told in the end
     * @return false where it is under way already
     * @throws io.capitune.platform.error.ProblemException 409 {@code ADDRESS_CHANGED} where its address was changed a few days ago and
     *     whoever had the former one may still take it back
     */
    boolean erase(ClientSession transaction, Account account, String reason);
}
