package io.capitune.auth.token;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes signing keys, and seals them for the database with a key that is not in it. */
@ApplicationScoped
class KeySeal {

    private final Sealer sealer;
    private final RandomTokens random;

    KeySeal(Sealer sealer, RandomTokens random) {
        this.sealer = sealer;
        this.random = random;
    }

    /** A new key pair. */
    EllipticCurveJsonWebKey fresh() {
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

    String close(EllipticCurveJsonWebKey key, long generation) {
        return sealer.seal(key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE), SigningKey.context(generation));
    }

    EllipticCurveJsonWebKey open(SigningKey stored) {
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
