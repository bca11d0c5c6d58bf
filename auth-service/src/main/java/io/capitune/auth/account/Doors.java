package io.capitune.auth.account;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

/**
 * Makes whoever opens an account, or adds a way into it, and whoever closes such ways meet: both write to it, so that of two transactions
 * at once the second sees what the first did. Otherwise somebody who signs in without a pause would be in again while their password is
 * being taken from them, by a proof that was right a moment ago.
 */
@ApplicationScoped
public class Doors {

    private final MongoCollection<Account> accounts;

    Doors(MongoDatabase database) {
        this.accounts = database.getCollection(Accounts.COLLECTION, Account.class);
    }

    /**
     * Lets pass with the transaction who has proved to be its owner: in, or to what opens the account from then on.
     *
     * @param read the account as it was before the proof was looked at
     * @return false where it has another address since, ways into it were closed, or it is open to nobody any more: the proof is worth
     *     nothing
     */
    public boolean pass(ClientSession transaction, Account read) {
        return accounts.updateOne(transaction, and(unchanged(read), standing(read)), inc("door.openings", 1L))
                        .getModifiedCount()
                == 1;
    }

    /** Has transactions that take ways into the account away meet: the second sees what the first has left. */
    public void meet(ClientSession transaction, String accountId) {
        accounts.updateOne(transaction, eq("_id", accountId), inc("door.openings", 1L));
    }

    /** Ways into the account are closed with the transaction: who has proved something before that has to prove it again. */
    public void close(ClientSession transaction, String accountId) {
        accounts.updateOne(transaction, eq("_id", accountId), inc("door.closings", 1L));
    }

    private static Bson unchanged(Account read) {
        var closings = Optional.ofNullable(read.door()).map(Door::closings).orElse(null);
        return and(eq("_id", read.id()), eq("email", read.email()), eq("door.closings", closings));
    }

    private static Bson standing(Account read) {
        return read.open() ? and(eq("suspension", null), eq("closedAt", null)) : empty();
    }
}
