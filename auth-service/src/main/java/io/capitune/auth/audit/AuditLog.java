package io.capitune.auth.audit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.capitune.platform.mongo.MongoIndexes;

/** Writes acts down, collection {@code audit}; nothing here changes or removes an entry. */
@ApplicationScoped
public class AuditLog implements MongoIndexes {

    static final String COLLECTION = "audit";

    private final MongoCollection<AuditEntry> entries;
    private final ChainHead head;
    private final AuditSeals seals;

    AuditLog(MongoDatabase database, ChainHead head, AuditSeals seals) {
        this.entries = database.getCollection(COLLECTION, AuditEntry.class);
        this.head = head;
        this.seals = seals;
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        for (var field : new String[] {"actor", "subject", "act"}) {
            collection.createIndex(Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending("_id")));
        }
        collection.createIndex(Indexes.descending("at", "_id"));
    }

    /**
     * Writes the act down with the transaction that does it: both happen or neither.
     *
     * <p>Two transactions that append never overlap. Of any two, one is run again after the other has committed and sees all that it
     * did; so what an act checks before it appends still holds when it commits, also where two acts write different documents.
     */
    public void append(ClientSession transaction, AuditedAct act) {
        var place = head.next(transaction);
        var entry = seals.seal(new AuditEntry(
                place.number(),
                place.at(),
                act.actor(),
                act.act(),
                act.subject(),
                act.source(),
                act.reason(),
                act.details(),
                place.previous(),
                "",
                AuditEntry.VERSION));
        entries.insertOne(transaction, entry);
        head.end(transaction, entry);
    }
}
