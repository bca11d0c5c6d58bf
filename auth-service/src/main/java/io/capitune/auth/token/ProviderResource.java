package io.capitune.auth.token;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;

/** What verifiers of our tokens read: the public keys (RFC 7517) and the provider's metadata (OpenID Connect Discovery). */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class ProviderResource {

    private static final String CACHEABLE = "public, max-age=300";

    private final CurrentKeys keys;
    private final String issuer;

    ProviderResource(CurrentKeys keys, @ConfigProperty(name = "capitune.public-url") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    @GET
    @Path("/jwks.json")
    public Response keys() {
        return cacheable(Map.of(
                "keys",
                keys.published().stream()
                        .map(key -> key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                        .toList()));
    }

    @GET
    @Path("/openid-configuration")
    public Response metadata() {
        return cacheable(Map.of(
                "issuer", issuer,
                "jwks_uri", issuer + "/.well-known/jwks.json",
                "token_endpoint", issuer + "/api/auth/token",
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "grant_types_supported", List.of(TokenResource.CLIENT_CREDENTIALS),
                "response_types_supported", List.of(),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("ES256"),
                "claims_supported",
                        List.of("iss", "aud", "sub", "exp", "iat", "roles", "email_verified", "locale", "sid")));
    }

    private static Response cacheable(Map<String, Object> body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, CACHEABLE).build();
    }
}
