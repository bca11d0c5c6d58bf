package io.capitune.auth.audit;

import java.util.ArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;

/** Writes acts down, collection {@code audit}; nothing here changes what was sealed, or removes an entry. */
@ApplicationScoped
public class AuditLog implements MongoIndexes {

    static final String COLLECTION = "audit";

    private static final int AT_A_TIME = 500;

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
        for (var field : new String[] {"actor", "subject", "act", "source", "words"}) {
            collection.createIndex(Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending("_id")));
        }
        collection.createIndex(Indexes.descending("at", "_id"));
        addWords(collection);
    }

    /** What was written down before there were words gets them, so that it is found, too; its seal is about all else. */
    private static void addWords(MongoCollection<Document> collection) {
        var found = collection.find(eq("words", null)).projection(include("reason"));
        var additions = new ArrayList<WriteModel<Document>>();
        for (var entry : found) {
            additions.add(new UpdateOneModel<>(
                    eq(entry.get("_id")), set("words", ReasonWords.of(String.valueOf(entry.get("reason"))))));
            if (additions.size() == AT_A_TIME) {
                collection.bulkWrite(additions);
                additions.clear();
            }
        }
        if (!additions.isEmpty()) {
            collection.bulkWrite(additions);
        }
    }

    /**
     * Writes the act down with the transaction that does it: both happen or neither.
     *
     * <p>Two transactions that append never overlap. Of any two, one is run again after the other has committed and sees all that it
     * did; so what an act checks before it appends still holds when it commits, also where two acts write different documents.
     *
     * @return the entry's number
     */
    public long append(ClientSession transaction, AuditedAct act) {
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
                ReasonWords.of(act.reason()),
                place.previous(),
                "",
                AuditEntry.VERSION));
        entries.insertOne(transaction, entry);
        head.end(transaction, entry);
        return entry.number();
    }
}
