package io.capitune.auth.account;

import com.mongodb.client.ClientSession;
import io.capitune.auth.source.SourceNetwork;

/** A reason for which an account may not be closed. All beans of this kind are asked before one is, by whomever. */
public interface ClosingRule {

    /**
     * Says nothing where the account may go. Two that are closed at once do not see each other: a rule that two could break together
     * writes something in the transaction that makes the second conflict.
     *
     * @param source where its owner asks from
     * @throws io.capitune.platform.error.ProblemException 409 with the reason, such as {@code LAST_ADMIN}
     */
    void check(ClientSession transaction, Account account, SourceNetwork source);
}
