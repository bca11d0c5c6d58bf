package io.capitune.auth.audit;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Sorts.descending;

/** Finds what was written down, the latest first. */
@ApplicationScoped
public class AuditSearch {

    private final MongoCollection<AuditEntry> entries;

    AuditSearch(MongoDatabase database) {
        this.entries = database.getCollection(AuditLog.COLLECTION, AuditEntry.class);
    }

    /**
     * A part of what was found. What is written meanwhile has a higher number and moves nothing.
     *
     * @param before the lowest number of the part before; null begins with the latest
     */
    public List<AuditEntry> find(AuditQuery query, @Nullable Long before, int limit) {
        return entries.find(Filters.and(conditions(query, before)))
                .sort(descending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static List<Bson> conditions(AuditQuery query, @Nullable Long before) {
        var wanted = new ArrayList<Bson>();
        wanted.add(Filters.lt("_id", before == null ? Long.MAX_VALUE : before));
        addEqual(wanted, "actor", query.actor());
        addEqual(wanted, "subject", query.subject());
        addEqual(wanted, "act", query.act());
        var from = query.from();
        if (from != null) {
            wanted.add(Filters.gte("at", from));
        }
        var until = query.until();
        if (until != null) {
            wanted.add(Filters.lt("at", until));
        }
        return wanted;
    }

    private static void addEqual(List<Bson> wanted, String field, @Nullable String value) {
        if (value != null) {
            wanted.add(Filters.eq(field, value));
        }
    }
}
