package io.capitune.auth.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/**
 * How long the audit log's chain is, and the seal of its last entry: one document, collection {@code audit_head}. All who append
 * write it, so MongoDB lets one of them commit at a time; and what is cut off the end of the chain is missed.
 */
@ApplicationScoped
class ChainHead implements MongoIndexes {

    private static final String CHAIN = "chain";

    private final MongoCollection<Document> heads;
    private final AuditSeals seals;

    ChainHead(MongoDatabase database, AuditSeals seals) {
        this.heads = database.getCollection("audit_head");
        this.seals = seals;
    }

    /**
     * The end of the chain.
     *
     * @param number of the last entry; 0 where there is none
     * @param lastSeal of the last entry; empty where there is none
     * @param seal of this head itself
     */
    record Head(long number, String lastSeal, String seal) {}

    /** The place of a new entry: its number, the seal before it, and the database's time. */
    record Place(long number, String previous, Instant at) {}

    /** Made at start and not in the transaction of the first act: two that make it at once would only be in each other's way. */
    @Override
    public void ensure(MongoDatabase database) {
        heads.updateOne(
                eq(CHAIN),
                combine(
                        setOnInsert("number", 0L),
                        setOnInsert("lastSeal", ""),
                        setOnInsert("seal", seals.ofHead(0, ""))),
                new UpdateOptions().upsert(true));
    }

    /** Takes the next place; whoever takes it at the same time waits for a try of its own. */
    Place next(ClientSession transaction) {
        var taken = heads.findOneAndUpdate(
                transaction,
                eq(CHAIN),
                List.of(new Document(
                        "$set",
                        new Document("number", new Document("$add", List.of("$number", 1L))).append("at", "$$NOW"))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (taken == null) {
            throw new IllegalStateException(
                    "the audit log has no head: nothing can be written down, so nothing is done");
        }
        return new Place(
                taken.getLong("number"),
                taken.getString("lastSeal"),
                taken.getDate("at").toInstant());
    }

    /** The chain ends with this entry now. */
    void end(ClientSession transaction, AuditEntry entry) {
        heads.updateOne(
                transaction,
                eq(CHAIN),
                combine(set("lastSeal", entry.seal()), set("seal", seals.ofHead(entry.number(), entry.seal()))));
    }

    Optional<Head> read() {
        return Optional.ofNullable(heads.find(eq(CHAIN)).first())
                .map(head -> new Head(number(head.get("number")), text(head.get("lastSeal")), text(head.get("seal"))));
    }

    // Somebody may have written anything into it: that is not the head's seal then.
    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }

    private static String text(Object value) {
        return value instanceof String text ? text : "";
    }
}
