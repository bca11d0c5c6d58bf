package io.capitune.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.capitune.auth.AuthConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** Mints the short signed tokens (JWT, RFC 7519) that services trust. */
@ApplicationScoped
public class Tokens {

    static final String AUDIENCE = "capitune";

    private final CurrentKeys keys;
    private final Clock clock;
    private final String issuer;
    private final Duration validFor;
    private final MeterRegistry metrics;
    // Keyed by all that the token says and by the key: a new role, language or key is a new token at once.
    private final Cache<Minted, String> recent;

    Tokens(
            CurrentKeys keys,
            Clock clock,
            AuthConfig config,
            @ConfigProperty(name = "capitune.public-url") String issuer,
            MeterRegistry metrics) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
        this.validFor = config.token().validFor();
        this.metrics = metrics;
        this.recent = Caffeine.newBuilder()
                .maximumSize(config.session().remembered())
                .expireAfterWrite(config.token().reusedFor())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private record Minted(String keyId, Person person) {}

    /** A person's token, possibly one that was minted a moment ago. */
    public String forPerson(Person person) {
        var signing = keys.signing();
        var wanted = new Minted(signing.getKeyId(), person);
        var known = recent.getIfPresent(wanted);
        if (known != null) {
            return known;
        }
        var claims = claims(person.accountId(), person.roles())
                .claim("email_verified", true)
                .claim("locale", person.locale())
                .claim("sid", person.sessionId());
        if (person.shared()) {
            claims.claim("shared", true);
        }
        var token = sign(claims, signing);
        recent.put(wanted, token);
        count("person");
        return token;
    }

    /** A service's token. */
    public String forService(String clientId) {
        count("service");
        return sign(claims(clientId, List.of("service")), keys.signing());
    }

    /** How long a token is good for. */
    public Duration validFor() {
        return validFor;
    }

    private JwtClaimsBuilder claims(String subject, Collection<String> roles) {
        var now = clock.instant();
        return Jwt.issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("roles", Set.copyOf(roles))
                .issuedAt(now)
                .expiresAt(now.plus(validFor));
    }

    private static String sign(JwtClaimsBuilder claims, EllipticCurveJsonWebKey signing) {
        return claims.jws()
                .keyId(signing.getKeyId())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(signing.getPrivateKey());
    }

    private void count(String kind) {
        metrics.counter("capitune.tokens.minted", "kind", kind).increment();
    }
}
