package io.capitune.auth.token;

import java.util.List;

import org.jose4j.jwk.EllipticCurveJsonWebKey;

/**
 * The keys of a moment.
 *
 * @param signing the one that signs
 * @param published all that verifiers are to know: the next one, the one that signs, and those whose tokens may still be about
 */
record KeyRing(EllipticCurveJsonWebKey signing, List<EllipticCurveJsonWebKey> published) {

    KeyRing {
        published = List.copyOf(published);
    }
}
