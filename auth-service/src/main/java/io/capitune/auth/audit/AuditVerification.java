package io.capitune.auth.audit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.audit.ChainState.Broken;
import io.capitune.auth.audit.ChainState.Fault;
import io.capitune.auth.audit.ChainState.Whole;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

/** Walks along the audit log's chain, from the first entry to where its head says that it ends. */
@ApplicationScoped
public class AuditVerification {

    private final MongoCollection<RawBsonDocument> entries;
    private final Codec<AuditEntry> codec;
    private final ChainHead heads;
    private final AuditSeals seals;

    AuditVerification(MongoDatabase database, ChainHead heads, AuditSeals seals) {
        this.entries = database.getCollection(AuditLog.COLLECTION, RawBsonDocument.class);
        this.codec = database.getCodecRegistry().get(AuditEntry.class);
        this.heads = heads;
        this.seals = seals;
    }

    /**
     * An entry's seal that somebody kept outside of the database. Whoever puts an old state of the whole database back is found by
     * it, and by nothing else.
     */
    public record Kept(long entry, String seal) {}

    /** The whole chain's state; acts may be written down meanwhile. */
    public ChainState verify(@Nullable Kept kept) {
        // In this order: an entry that is written between the two is within the head.
        var highest = highestNumber();
        var head = heads.read().orElse(null);
        if (head == null || !seals.whole(head)) {
            return new Broken(Math.max(0, Math.min(highest, Long.MAX_VALUE - 1)) + 1, Fault.CUT_OFF);
        }
        if (highest > head.number()) {
            return new Broken(head.number() + 1, Fault.ADDED);
        }
        return walk(head, kept);
    }

    private ChainState walk(ChainHead.Head head, @Nullable Kept kept) {
        var last = 0L;
        var lastSeal = "";
        try (var chain =
                entries.find(lte("_id", head.number())).sort(ascending("_id")).iterator()) {
            while (chain.hasNext()) {
                var expected = last + 1;
                var fault = fault(chain.next(), expected, lastSeal);
                if (fault.fault() != null) {
                    return new Broken(expected, fault.fault());
                }
                last = expected;
                lastSeal = fault.seal();
                if (kept != null && kept.entry() == last && !kept.seal().equals(lastSeal)) {
                    return new Broken(last, Fault.REPLACED);
                }
            }
        }
        var complete = last == head.number() && lastSeal.equals(head.lastSeal());
        return complete && (kept == null || kept.entry() <= last)
                ? new Whole(last, lastSeal)
                : new Broken(last + 1, Fault.CUT_OFF);
    }

    /** What is wrong with an entry, or null, and its seal. */
    private record Checked(@Nullable Fault fault, String seal) {}

    private Checked fault(RawBsonDocument raw, long expected, String lastSeal) {
        var number = raw.get("_id");
        if (number == null || !number.isInt64() || number.asInt64().getValue() != expected) {
            return new Checked(Fault.MISSING, "");
        }
        try {
            var entry = raw.decode(codec);
            if (!seals.whole(entry)) {
                return new Checked(Fault.CHANGED, "");
            }
            return new Checked(entry.previous().equals(lastSeal) ? null : Fault.DETACHED, entry.seal());
        } catch (RuntimeException unreadable) {
            // Whoever changes an entry may leave anything there.
            return new Checked(Fault.CHANGED, "");
        }
    }

    private long highestNumber() {
        var highest = entries.find().sort(descending("_id")).first();
        if (highest == null) {
            return 0;
        }
        var number = highest.get("_id");
        return number.isNumber() ? number.asNumber().longValue() : Long.MAX_VALUE;
    }
}
