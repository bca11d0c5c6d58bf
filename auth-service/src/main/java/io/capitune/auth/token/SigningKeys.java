package io.capitune.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthConfig;
import org.bson.Document;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

/**
 * The keys that sign every token (ES256, RFC 7518), the same in every replica. A key is published, signs once every verifier can
 * have fetched it, and is taken back once the last token that it signed has expired. All replicas tell that by the database's clock,
 * from when each key begins to sign.
 */
@ApplicationScoped
public class SigningKeys {

    private final MongoDatabase database;
    private final MongoCollection<SigningKey> keys;
    private final KeySeal seal;
    private final AuthConfig.Keys config;
    private final Duration kept;

    SigningKeys(MongoDatabase database, KeySeal seal, AuthConfig config) {
        this.database = database;
        this.keys = database.getCollection("signing_keys", SigningKey.class).withWriteConcern(WriteConcern.MAJORITY);
        this.seal = seal;
        this.config = config.keys();
        this.kept = config.token().validFor().plus(config.keys().publishedAfter());
    }

    /** The keys, the oldest first, and the database's time when they were read. */
    private record Stored(List<SigningKey> keys, Instant now) {

        SigningKey newest() {
            return keys.getLast();
        }

        boolean isRotating() {
            return newest().begins().isAfter(now);
        }
    }

    /**
     * The keys of now: the first one made where there is none, the next one where the last is old enough.
     *
     * @throws IllegalStateException if one was sealed by another installation, whose keys are neither added to nor removed
     */
    KeyRing tend() {
        var stored = stored(keys.find());
        stored.keys().forEach(seal::open);
        if (stored.keys().isEmpty()) {
            add(key(SigningKey.FIRST, stored.now(), Duration.ZERO));
            stored = stored(keys.find());
        } else if (!stored.newest().begins().plus(config.rotateEvery()).isAfter(stored.now())) {
            add(next(stored, config.publishedBefore()));
            stored = stored(keys.find());
        }
        return ring(takeBack(stored));
    }

    /** When the next key begins to sign, and whether this is what it was published for. */
    record Rotation(Instant signsFrom, boolean begun) {}

    /** Begins a rotation with the transaction; one that is under way goes on instead. */
    Rotation rotate(ClientSession transaction) {
        var stored = stored(keys.find(transaction));
        if (stored.isRotating()) {
            return new Rotation(stored.newest().begins(), false);
        }
        var next = next(stored, config.publishedBefore());
        keys.insertOne(transaction, next);
        return new Rotation(next.begins(), true);
    }

    /** A new key signs with the transaction, and all others are gone: tokens that they signed are worth nothing any more. */
    Rotation replace(ClientSession transaction) {
        var stored = stored(keys.find(transaction));
        var next = next(stored, Duration.ZERO);
        keys.insertOne(transaction, next);
        keys.deleteMany(transaction, ne("_id", next.id()));
        return new Rotation(next.begins(), true);
    }

    private Stored stored(FindIterable<SigningKey> all) {
        var now = database.runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
        var found = all.into(new ArrayList<>());
        found.sort(Comparator.comparingLong(SigningKey::generation));
        return new Stored(found, now);
    }

    private SigningKey next(Stored stored, Duration before) {
        return key(stored.newest().generation() + 1, stored.now(), before);
    }

    private SigningKey key(long generation, Instant now, Duration before) {
        var sealedJwk = seal.close(seal.fresh(), generation);
        return new SigningKey(id(generation), sealedJwk, now, now.plus(before), SigningKey.VERSION);
    }

    private void add(SigningKey key) {
        try {
            keys.insertOne(key);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another process stored this generation at the same moment: its key it is.
        }
    }

    /** Without the keys whose last token has expired for long enough: those whose successor began to sign so long ago. */
    private Stored takeBack(Stored stored) {
        var all = stored.keys();
        var over = all.stream()
                .filter(key -> key != stored.newest())
                .filter(key -> !successor(all, key).begins().plus(kept).isAfter(stored.now()))
                .toList();
        if (over.isEmpty()) {
            return stored;
        }
        keys.deleteMany(in("_id", over.stream().map(SigningKey::id).toList()));
        return new Stored(all.stream().filter(key -> !over.contains(key)).toList(), stored.now());
    }

    private static SigningKey successor(List<SigningKey> all, SigningKey key) {
        return all.get(all.indexOf(key) + 1);
    }

    private KeyRing ring(Stored stored) {
        var begun = stored.keys().stream()
                .filter(key -> !key.begins().isAfter(stored.now()))
                .toList();
        var signing = begun.isEmpty() ? stored.keys().getFirst() : begun.getLast();
        return new KeyRing(
                seal.open(signing), stored.keys().stream().map(seal::open).toList());
    }

    private static String id(long generation) {
        return Long.toString(generation);
    }
}
