package io.capitune.auth.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

/** Finds accounts, the newest first. */
@ApplicationScoped
public class AccountSearch implements MongoIndexes {

    // Beyond every character of an address.
    private static final char LAST = '\uffff';

    private final MongoCollection<Account> accounts;

    AccountSearch(MongoDatabase database) {
        this.accounts = database.getCollection(Accounts.COLLECTION, Account.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(Accounts.COLLECTION);
        collection.createIndex(Indexes.descending("createdAt", "_id"));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("roles"), Indexes.descending("createdAt", "_id")));
    }

    /**
     * A part of what was found. Accounts that begin meanwhile come before the first part and move nothing.
     *
     * @param after the last account of the part before; null begins with the newest
     */
    public List<Account> find(AccountQuery query, @Nullable AccountCursor after, int limit) {
        return accounts.find(and(like(query.text()), role(query.role()), state(query.suspended()), behind(after)))
                .sort(descending("createdAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** The addresses that these accounts have now, by id; none for an account that is gone. */
    public Map<String, String> addresses(Collection<String> ids) {
        var addresses = new HashMap<String, String>();
        accounts.find(in("_id", ids)).forEach(account -> addresses.put(account.id(), account.email()));
        return addresses;
    }

    private static Bson like(@Nullable String text) {
        if (text == null) {
            return empty();
        }
        var prefix = text.toLowerCase(Locale.ROOT);
        return or(eq("_id", text), and(gte("email", prefix), lt("email", prefix + LAST)));
    }

    private static Bson role(@Nullable String role) {
        return role == null ? empty() : eq("roles", role);
    }

    private static Bson state(@Nullable Boolean suspended) {
        if (suspended == null) {
            return empty();
        }
        return suspended ? ne("suspension", null) : and(eq("suspension", null), eq("closedAt", null));
    }

    private static Bson behind(@Nullable AccountCursor after) {
        return after == null
                ? empty()
                : or(
                        lt("createdAt", after.createdAt()),
                        and(eq("createdAt", after.createdAt()), lt("_id", after.id())));
    }
}
