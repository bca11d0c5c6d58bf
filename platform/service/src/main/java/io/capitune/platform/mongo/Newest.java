package io.capitune.platform.mongo;

import java.util.ArrayList;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.in;

/** Bounds how many documents of a kind there are. */
public final class Newest {

    private Newest() {}

    /**
     * Removes all documents of a kind but the newest; where two transactions do so at once, one of them is run again.
     *
     * @param kind which documents, by an index
     * @param field a date, the newest first
     * @param most how many stay
     */
    public static void keep(
            ClientSession transaction, MongoCollection<?> collection, Bson kind, String field, int most) {
        var older = collection
                .withDocumentClass(BsonDocument.class)
                .find(transaction, kind)
                .projection(Projections.include("_id"))
                .sort(Sorts.descending(field))
                .skip(most)
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
        if (!older.isEmpty()) {
            collection.deleteMany(transaction, in("_id", older));
        }
    }
}
