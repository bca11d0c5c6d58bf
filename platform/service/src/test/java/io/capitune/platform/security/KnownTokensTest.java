package io.capitune.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.capitune.platform.testing.TestTokens;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final KnownTokens tokens = new KnownTokens(clock());

    private Clock clock() {
        InstantSource source = time::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static QuarkusSecurityIdentity verified(Duration lifetime) {
        var claims = new JwtClaims();
        claims.setSubject("u1");
        claims.setClaim("exp", NOW.plus(lifetime).getEpochSecond());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, null))
                .addRoles(Set.of("candidate"))
                .addAttribute("request", new Object())
                .build();
    }

    @Test
    void verifiedTokenIsKnownWithItsRolesAndWithoutItsRequest() {
        tokens.remember("Bearer a.b.c", verified(Duration.ofMinutes(5)));

        var caller = tokens.caller("Bearer a.b.c");
        assertThat(caller.getPrincipal().getName()).isEqualTo("u1");
        assertThat(caller.getRoles()).containsExactly("candidate");
        assertThat(caller.getAttributes()).isEmpty();
    }

    @Test
    void tokenThatDiffersInOneLetterIsNotKnown() {
        var header = "Bearer " + TestTokens.user("u1", "candidate");
        tokens.remember(header, verified(Duration.ofMinutes(5)));

        assertThat(tokens.caller(header.substring(0, header.length() - 1) + "!"))
                .isNull();
        assertThat(tokens.caller(header + "=")).isNull();
        assertThat(tokens.caller(null)).isNull();
    }

    @Test
    void tokenIsForgottenAtItsEnd() {
        tokens.remember("Bearer a.b.c", verified(Duration.ofSeconds(10)));

        time.set(NOW.plusSeconds(9));
        assertThat(tokens.caller("Bearer a.b.c")).isNotNull();
        time.set(NOW.plusSeconds(10));
        assertThat(tokens.caller("Bearer a.b.c")).isNull();
    }

    @Test
    void visitorIsNotRemembered() {
        tokens.remember(
                "Bearer a.b.c",
                QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        assertThat(tokens.caller("Bearer a.b.c")).isNull();
    }
}
