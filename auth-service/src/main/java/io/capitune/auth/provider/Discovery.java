package io.capitune.auth.provider;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import org.jspecify.annotations.Nullable;

/** What one provider says of itself: asked for when it is first needed, used for a while, and on while it cannot be asked again. */
final class Discovery {

    // Public keys only: with HMAC the client's secret would be a signing key, and `none` is no signature.
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final int KEYS_SIZE = 256 * 1024;

    private final Provider provider;
    private final ProviderCalls calls;
    private final Duration usedFor;
    private final Clock clock;
    private volatile @Nullable Discovered known;

    Discovery(Provider provider, ProviderCalls calls, Duration usedFor, Clock clock) {
        this.provider = provider;
        this.calls = calls;
        this.usedFor = usedFor;
        this.clock = clock;
    }

    /**
     * A provider, discovered.
     *
     * @param validator judges its ID tokens, with its keys as they are
     */
    record Discovered(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

    /** @throws ProviderAwayException where it was never discovered and cannot be now */
    Discovered current() {
        var kept = known;
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept;
        }
        try {
            var fresh = discover();
            known = fresh;
            return fresh;
        } catch (ProviderAwayException e) {
            if (kept == null) {
                throw e;
            }
            return kept;
        }
    }

    private Discovered discover() {
        var metadata = calls.discover();
        var endpoints = Arrays.asList(
                metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI());
        var info = metadata.getUserInfoEndpointURI();
        if (!endpoints.stream().allMatch(endpoint -> endpoint != null && Provider.isSafe(endpoint))
                || info != null && !Provider.isSafe(info)) {
            throw new ProviderAwayException(provider.name() + " names no endpoints that can be trusted");
        }
        return new Discovered(
                metadata, validator(metadata.getJWKSetURI()), clock.instant().plus(usedFor));
    }

    private IDTokenValidator validator(URI keys) {
        try {
            var retriever = new DefaultResourceRetriever(calls.millis(), calls.millis(), KEYS_SIZE);
            var source = JWKSourceBuilder.<SecurityContext>create(keys.toURL(), retriever)
                    .build();
            return new IDTokenValidator(
                    new Issuer(provider.issuer()),
                    new ClientID(provider.clientId()),
                    new JWSVerificationKeySelector<>(SIGNATURES, source),
                    null);
        } catch (MalformedURLException e) {
            throw new ProviderAwayException("the address of the keys of " + provider.name() + " is none", e);
        }
    }
}
