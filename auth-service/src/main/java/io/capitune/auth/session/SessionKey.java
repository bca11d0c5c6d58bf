package io.capitune.auth.session;

import io.capitune.platform.random.Hashes;

/** What a session is known by: a browser's cookie, of which only the SHA-256 is kept, or its id, which stands in tokens. */
sealed interface SessionKey {

    record OfCookie(String tokenHash) implements SessionKey {}

    record OfId(String id) implements SessionKey {}

    static SessionKey ofCookie(String secret) {
        return new OfCookie(Hashes.sha256(secret));
    }

    static SessionKey ofId(String id) {
        return new OfId(id);
    }
}
