package io.capitune.auth.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

/**
 * Finds what was written down, the latest first. Each thing that can be asked for has an index that ends with the number, so a part is read
 * in its order and no further than it goes: of one thing as many entries as it shows, of several together those of one of them.
 */
@ApplicationScoped
public class AuditSearch {

    /** Numbers grow with time but for what the clocks of the database's servers differ by: surely less. */
    private static final Duration CLOCKS = Duration.ofHours(1);

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
        return part(query, before, limit).into(new ArrayList<>());
    }

    FindIterable<AuditEntry> part(AuditQuery query, @Nullable Long before, int limit) {
        return entries.find(and(conditions(query, before)))
                .sort(descending("_id"))
                .limit(limit);
    }

    private List<Bson> conditions(AuditQuery query, @Nullable Long before) {
        var wanted = new ArrayList<Bson>();
        wanted.add(lt("_id", before == null ? Long.MAX_VALUE : before));
        addEqual(wanted, "actor", query.actor());
        addEqual(wanted, "subject", query.subject());
        addEqual(wanted, "act", query.act());
        addEqual(wanted, "source", query.source());
        if (!query.words().isEmpty()) {
            wanted.add(all("words", query.words()));
        }
        addPeriod(wanted, query.from(), query.until());
        return wanted;
    }

    private static void addEqual(List<Bson> wanted, String field, @Nullable String value) {
        if (value != null) {
            wanted.add(eq(field, value));
        }
    }

    // As numbers, too: the entries between two numbers are read in order whatever else is asked for.
    private void addPeriod(List<Bson> wanted, @Nullable Instant from, @Nullable Instant until) {
        if (from != null) {
            wanted.add(gte("at", from));
            wanted.add(gte("_id", number(gte("at", from.minus(CLOCKS)), ascending("at", "_id"), Long.MAX_VALUE)));
        }
        if (until != null) {
            wanted.add(lt("at", until));
            wanted.add(lte("_id", number(lt("at", until.plus(CLOCKS)), descending("at", "_id"), 0)));
        }
    }

    private long number(Bson condition, Bson order, long otherwise) {
        var first = entries.find(condition).sort(order).first();
        return first == null ? otherwise : first.number();
    }
}
