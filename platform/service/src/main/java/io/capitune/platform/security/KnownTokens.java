package io.capitune.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who brought which token during the last minute: the same one comes with each request of a session or of a service, and verifying
 * its signature was a third of what a request costs a processor. What is remembered is what was verified, letter by letter, and
 * never beyond the token's own end.
 */
@Singleton
class KnownTokens {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final Clock clock;

    KnownTokens(Clock clock) {
        this.clock = clock;
    }

    private record Known(SecurityIdentity identity, Instant until) {}

    /** The caller of an {@code Authorization} header that was verified a short while ago; null where it was not. */
    @Nullable
    SecurityIdentity caller(@Nullable String authorization) {
        var found = authorization == null ? null : known.getIfPresent(authorization);
        return found == null || !clock.instant().isBefore(found.until()) ? null : found.identity();
    }

    /** Remembers what was just verified. */
    void remember(@Nullable String authorization, SecurityIdentity verified) {
        if (authorization != null && verified.getPrincipal() instanceof JsonWebToken token) {
            // Without the request it came with, which the original holds on to.
            var identity = QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addRoles(verified.getRoles())
                    .build();
            known.put(authorization, new Known(identity, Instant.ofEpochSecond(token.getExpirationTime())));
        }
    }
}
