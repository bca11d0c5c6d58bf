package io.capitune.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.account.Account;
import io.quarkus.arc.Unremovable;

/** Erases at once. */
@Unremovable
@ApplicationScoped
class TestErasure implements AccountErasure {

    private final MongoDatabase database;

    TestErasure(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public boolean erase(ClientSession transaction, Account account) {
        return database.getCollection("accounts")
                        .deleteOne(transaction, Filters.eq(account.id()))
                        .getDeletedCount()
                == 1;
    }
}
