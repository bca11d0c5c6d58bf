package io.capitune.auth.provider;

import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.json.JsonObject;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** A provider that answers what a test has it answer, and meanwhile describes itself well and gives its key out. */
record StubbedProvider(WireMockServer server, String name) {

    static final String SUBJECT = "forged";
    static final String EMAIL = "somebody@forged.exemple.fr";

    static StubbedProvider behaving(WireMockServer server, String name) {
        var provider = new StubbedProvider(server, name);
        provider.describesItself(okJson(provider.description().encode()));
        provider.givesKeys(okJson(new JWKSet(IdTokens.KEY.toPublicJWK()).toString()));
        return provider;
    }

    String issuer() {
        return server.baseUrl() + "/" + name;
    }

    JsonObject description() {
        var description = new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/auth")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                .put("userinfo_endpoint", issuer() + "/me")
                .put("response_types_supported", List.of("code"))
                .put("subject_types_supported", List.of("public"))
                .put("id_token_signing_alg_values_supported", List.of("RS256"));
        return name.equals("linkedin")
                ? description.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"))
                : description;
    }

    void describesItself(ResponseDefinitionBuilder answer) {
        answers("/.well-known/openid-configuration", answer);
    }

    void givesKeys(ResponseDefinitionBuilder answer) {
        answers("/keys", answer);
    }

    void givesUserInfo(ResponseDefinitionBuilder answer) {
        answers("/me", answer);
    }

    void givesTokens(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo("/" + name + "/token")).willReturn(answer));
    }

    void givesTokens(String idToken) {
        givesTokens(okJson(new JsonObject()
                .put("access_token", "an-access-token")
                .put("token_type", "Bearer")
                .put("expires_in", 60)
                .put("id_token", idToken)
                .encode()));
    }

    /** What a good ID token says of that visit. */
    JWTClaimsSet.Builder claims(Visit visit) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(SUBJECT)
                .audience(ProvidersResource.CLIENT_ID)
                .issueTime(IdTokens.in(0))
                .expirationTime(IdTokens.in(300))
                .claim("nonce", visit.asked().get("nonce"))
                .claim("email", EMAIL)
                .claim("email_verified", true);
    }

    /** The path by which the visit comes back with that answer, a query without its state. */
    String callback(Visit visit, String answer) {
        return "/login/with/" + name + "/callback?state=" + visit.asked().get("state") + "&" + answer;
    }

    /** How it was asked for tokens. */
    LoggedRequest tokenRequest() {
        return server.findAll(postRequestedFor(urlPathEqualTo("/" + name + "/token")))
                .getFirst();
    }

    private void answers(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/" + name + path)).willReturn(answer));
    }
}
