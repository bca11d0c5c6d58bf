package io.capitune.auth.token;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import static com.mongodb.client.model.Filters.eq;

/** The key that signs every token (ES256, RFC 7518), made at the very first start and the same in every replica. */
@ApplicationScoped
public class SigningKeys {

    private final MongoCollection<SigningKey> keys;
    private final Sealer sealer;
    private final RandomTokens random;
    private final Clock clock;

    SigningKeys(MongoDatabase database, Sealer sealer, RandomTokens random, Clock clock) {
        this.keys = database.getCollection("signing_keys", SigningKey.class).withWriteConcern(WriteConcern.MAJORITY);
        this.sealer = sealer;
        this.random = random;
        this.clock = clock;
    }

    /** Reads the key, making it where there is none. */
    EllipticCurveJsonWebKey load() {
        var stored = keys.find(eq("_id", SigningKey.FIRST)).first();
        return open(stored != null ? stored : storeFirst());
    }

    private SigningKey storeFirst() {
        var sealed = sealer.seal(
                generate().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE), SigningKey.context(SigningKey.FIRST));
        var mine = new SigningKey(SigningKey.FIRST, sealed, clock.instant(), SigningKey.VERSION);
        try {
            keys.insertOne(mine);
            return mine;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return anothers();
        } catch (DuplicateKeyException e) {
            return anothers();
        }
    }

    private SigningKey anothers() {
        var theirs = keys.find(eq("_id", SigningKey.FIRST)).first();
        if (theirs == null) {
            throw new IllegalStateException("the signing key was stored and is gone");
        }
        return theirs;
    }

    private EllipticCurveJsonWebKey generate() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            // Random, not the generation: verifiers must not take the key of an emptied database for the one they know.
            key.setKeyId(random.id());
            key.setUse("sig");
            key.setAlgorithm("ES256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("cannot make a P-256 key", e);
        }
    }

    private EllipticCurveJsonWebKey open(SigningKey stored) {
        try {
            return (EllipticCurveJsonWebKey)
                    PublicJsonWebKey.Factory.newPublicJwk(sealer.open(stored.sealedJwk(), stored.context()));
        } catch (JoseException e) {
            throw new IllegalStateException("the stored signing key is no JWK", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the stored signing key was sealed with another CAPITUNE_SEALING_KEY than this one", e);
        }
    }
}
