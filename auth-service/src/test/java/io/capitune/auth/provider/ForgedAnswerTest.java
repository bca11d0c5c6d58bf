package io.capitune.auth.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** A provider that answers as no real one would, or not at all. */
@QuarkusTest
@AuthTest
@QuarkusTestResource(value = ProvidersResource.class, restrictToAnnotatedClass = true)
class ForgedAnswerTest {

    private static final String EMAIL = "somebody@forged.exemple.fr";
    private static final RSAKey KEY = key();
    private static final RSAKey OTHER_KEY = key();

    ProvidersResource.Forger forger;

    @Inject
    MongoDatabase database;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @BeforeEach
    void behave() {
        forger.resetAll();
        for (var name : List.of("forger", "linkedin")) {
            forger.stubFor(get(urlPathEqualTo("/" + name + "/.well-known/openid-configuration"))
                    .willReturn(okJson(discovery(name, issuer(name)).encode())));
        }
        forger.stubFor(get(urlPathMatching("/.*/keys")).willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
    }

    private JsonObject discovery(String name, String issuer) {
        var discovery = new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer(name) + "/auth")
                .put("token_endpoint", issuer(name) + "/token")
                .put("jwks_uri", issuer(name) + "/keys")
                .put("userinfo_endpoint", issuer(name) + "/me")
                .put("response_types_supported", List.of("code"))
                .put("subject_types_supported", List.of("public"))
                .put("id_token_signing_alg_values_supported", List.of("RS256"));
        return name.equals("linkedin")
                ? discovery.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"))
                : discovery;
    }

    private String issuer(String name) {
        return forger.baseUrl() + "/" + name;
    }

    /** What changes a good token into one that must not be taken. */
    record Forgery(String what, Change change) {
        @Override
        public String toString() {
            return what;
        }
    }

    interface Change {
        String of(JWTClaimsSet.Builder good) throws JOSEException;
    }

    static Stream<Forgery> forgeries() {
        return Stream.of(
                new Forgery("another nonce", good -> signed(good.claim("nonce", "another"))),
                new Forgery("no nonce", good -> signed(good.claim("nonce", null))),
                new Forgery("another audience", good -> signed(good.audience("another-client"))),
                new Forgery("no audience", good -> signed(good.audience((String) null))),
                new Forgery(
                        "for two, and issued to the other",
                        good -> signed(good.audience(List.of(ProvidersResource.CLIENT_ID, "other"))
                                .claim("azp", "other"))),
                new Forgery(
                        "for two, and issued to nobody",
                        good -> signed(good.audience(List.of(ProvidersResource.CLIENT_ID, "other")))),
                new Forgery("for us, and issued to another", good -> signed(good.claim("azp", "other"))),
                new Forgery("another issuer", good -> signed(good.issuer("https://accounts.google.com"))),
                new Forgery("expired", good -> signed(good.expirationTime(in(-120)))),
                new Forgery("without end", good -> signed(good.expirationTime(null))),
                new Forgery("of tomorrow", good -> signed(good.issueTime(in(86_400)))),
                new Forgery("about nobody", good -> signed(good.subject(null))),
                new Forgery(
                        "signed by another key",
                        good -> signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID(KEY.getKeyID())
                                        .build(),
                                new RSASSASigner(OTHER_KEY),
                                good)),
                new Forgery(
                        "signed by an unknown key",
                        good -> signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("unknown")
                                        .build(),
                                new RSASSASigner(OTHER_KEY),
                                good)),
                new Forgery(
                        "signed by the client's secret",
                        good -> signed(
                                new JWSHeader(JWSAlgorithm.HS256),
                                new MACSigner(ProvidersResource.CLIENT_SECRET),
                                good)),
                new Forgery(
                        "signed by the public key as a secret",
                        good -> signed(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .keyID(KEY.getKeyID())
                                        .build(),
                                new MACSigner(KEY.toRSAPublicKey().getEncoded()),
                                good)),
                new Forgery("not signed", good -> new PlainJWT(good.build()).serialize()),
                new Forgery("changed after signing", good -> {
                    var parts = signed(good).split("\\.");
                    var other = signed(good.subject("admin")).split("\\.");
                    return parts[0] + "." + other[1] + "." + parts[2];
                }),
                new Forgery("no token", good -> "no.to.ken"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void tokenThatDoesNotFitOpensNothing(Forgery forgery) throws JOSEException {
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        tokenEndpoint(
                "forger",
                tokens(forgery.change().of(claims("forger", visit.asked().get("nonce")))));

        assertFailed(browser, visit, "code=abc");
    }

    @Test
    void goodTokenOpensTheAccount() throws JOSEException {
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        tokenEndpoint(
                "forger",
                tokens(signed(claims("forger", visit.asked().get("nonce")).subject("good"))));

        var back = browser.get(callback("forger", visit, "code=abc"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(browser.token()).isNotEmpty();
        var sent = forger.findAll(postRequestedFor(urlPathEqualTo("/forger/token")))
                .getFirst();
        assertThat(sent.getHeader("Authorization")).startsWith("Basic ");
        assertThat(challenge(parameter(sent.getBodyAsString(), "code_verifier")))
                .isEqualTo(visit.asked().get("code_challenge"));
    }

    @Test
    void providerWithoutNonceAndProofKeyIsToldNeither() throws JOSEException {
        var browser = new Browser();
        var visit = Visit.begin(browser, "linkedin");
        assertThat(visit.asked()).doesNotContainKeys("nonce", "code_challenge");
        tokenEndpoint(
                "linkedin",
                tokens(signed(claims("linkedin", null).subject("member").claim("email_verified", "true"))));

        var back = browser.get(callback("linkedin", visit, "code=abc"));

        assertThat(back.statusCode()).isEqualTo(303);
        var sent = forger.findAll(postRequestedFor(urlPathEqualTo("/linkedin/token")))
                .getFirst();
        assertThat(sent.getHeader("Authorization")).isNull();
        assertThat(sent.getBodyAsString()).contains("client_secret=").doesNotContain("code_verifier");
    }

    static Stream<ResponseDefinitionBuilder> troubles() {
        return Stream.of(
                aResponse().withStatus(500),
                aResponse().withStatus(503).withBody("<html>later</html>"),
                aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\"}"),
                aResponse().withStatus(404),
                aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/"),
                okJson("{\"access_token\":\"x\",\"token_type\":\"Bearer\"}"),
                okJson("{"),
                okJson("[]"),
                aResponse().withHeader("Content-Type", "text/html").withBody("<html></html>"),
                okJson("{}").withFixedDelay(5_000),
                okJson("{\"error\":\"slow\"}").withChunkedDribbleDelay(10, 20_000),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withFault(Fault.EMPTY_RESPONSE));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void tokenEndpointInTroubleIsAClearPage(ResponseDefinitionBuilder trouble) {
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        tokenEndpoint("forger", trouble);
        assertFailed(browser, visit, "code=abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error=server_error&error_description=%3Cscript%3E",
                "error=temporarily_unavailable",
                "error=access_denied&error=server_error",
                "",
                "code=",
                "code=a&code=b",
                "code=a&error=server_error"
            })
    void answerThatIsNoneIsAClearPage(String answer) throws JOSEException {
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        tokenEndpoint("forger", tokens(signed(claims("forger", visit.asked().get("nonce")))));
        assertFailed(browser, visit, answer);
    }

    @Test
    void userInfoAboutSomebodyElseIsRefused() throws JOSEException {
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        tokenEndpoint(
                "forger",
                tokens(signed(claims("forger", visit.asked().get("nonce")).claim("email_verified", null))));
        forger.stubFor(get(urlPathEqualTo("/forger/me"))
                .willReturn(okJson("{\"sub\":\"another\",\"email\":\"%s\",\"email_verified\":true}".formatted(EMAIL))));
        assertFailed(browser, visit, "code=abc");
    }

    @Test
    void userInfoInTroubleIsAClearPage() throws JOSEException {
        for (var trouble : List.of(aResponse().withStatus(500), aResponse().withStatus(401), okJson("{"))) {
            var browser = new Browser();
            var visit = Visit.begin(browser, "forger");
            tokenEndpoint(
                    "forger",
                    tokens(signed(claims("forger", visit.asked().get("nonce")).claim("email_verified", null))));
            forger.stubFor(get(urlPathEqualTo("/forger/me")).willReturn(trouble));
            assertFailed(browser, visit, "code=abc");
        }
    }

    @Test
    void discoveredProviderIsUsedOnWhileItsDiscoveryIsAway() {
        Visit.begin(new Browser(), "forger");
        clock.forward(Duration.ofHours(2));
        forger.stubFor(get(urlPathEqualTo("/forger/.well-known/openid-configuration"))
                .willReturn(aResponse().withStatus(503)));
        assertThat(Visit.begin(new Browser(), "forger").target().getPath()).isEqualTo("/forger/auth");
    }

    @Test
    void keysThatCannotBeHadAreAClearPage() throws JOSEException {
        clock.forward(Duration.ofHours(2));
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        tokenEndpoint("forger", tokens(signed(claims("forger", visit.asked().get("nonce")))));
        forger.stubFor(
                get(urlPathEqualTo("/forger/keys")).willReturn(aResponse().withStatus(500)));
        assertFailed(browser, visit, "code=abc");
    }

    Stream<ResponseDefinitionBuilder> descriptions() {
        var good = discovery("imposter", issuer("imposter"));
        return Stream.of(
                okJson(discovery("imposter", issuer("forger")).encode()),
                okJson(without(good, "token_endpoint")),
                okJson(without(good, "authorization_endpoint")),
                okJson(without(good, "jwks_uri")),
                okJson(good.copy().put("jwks_uri", "keys").encode()),
                okJson(good.copy()
                        .put("authorization_endpoint", "javascript:alert(1)")
                        .encode()),
                okJson(good.copy()
                        .put("userinfo_endpoint", "http://exemple.fr/me")
                        .encode()),
                okJson("{}"),
                okJson("<html>"),
                aResponse().withStatus(404),
                aResponse().withStatus(500),
                aResponse()
                        .withStatus(302)
                        .withHeader("Location", issuer("forger") + "/.well-known/openid-configuration"),
                okJson(good.encode()).withFixedDelay(5_000),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    private static String without(JsonObject description, String name) {
        var less = description.copy();
        less.remove(name);
        return less.encode();
    }

    @Test
    void providerThatDescribesItselfWronglyIsAClearPage() {
        descriptions().forEach(description -> {
            forger.stubFor(get(urlPathEqualTo("/imposter/.well-known/openid-configuration"))
                    .willReturn(description));
            var refused = new Browser().postForm("/login/with/imposter", Map.of("next", "/cv"));
            assertThat(refused.statusCode()).as(description.build().getBody()).isEqualTo(503);
            assertThat(refused.body()).contains("Imposter ne répond pas comme prévu", "href=\"/login?next=%2Fcv\"");
        });
    }

    private void assertFailed(Browser browser, Visit visit, String answer) {
        var back = browser.get(callback("forger", visit, answer));
        assertThat(back.statusCode()).isEqualTo(503);
        assertThat(back.body())
                .contains("Forger ne répond pas comme prévu", "href=\"/login?next=%2Fcv\"")
                .doesNotContain("<script>");
        assertThat(browser.token()).isEmpty();
        assertThat(database.getCollection("identities").countDocuments(eq("subject", "forged")))
                .isZero();
    }

    private static String callback(String name, Visit visit, String answer) {
        return "/login/with/" + name + "/callback?state=" + visit.asked().get("state") + "&" + answer;
    }

    private void tokenEndpoint(String name, ResponseDefinitionBuilder answer) {
        forger.stubFor(post(urlPathEqualTo("/" + name + "/token")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder tokens(String idToken) {
        return okJson(new JsonObject()
                .put("access_token", "an-access-token")
                .put("token_type", "Bearer")
                .put("expires_in", 60)
                .put("id_token", idToken)
                .encode());
    }

    private JWTClaimsSet.Builder claims(String name, String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer(name))
                .subject("forged")
                .audience(ProvidersResource.CLIENT_ID)
                .issueTime(in(0))
                .expirationTime(in(300))
                .claim("nonce", nonce)
                .claim("email", EMAIL)
                .claim("email_verified", true);
    }

    private static Date in(long seconds) {
        return new Date(System.currentTimeMillis() + 1000 * seconds);
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), new RSASSASigner(KEY), claims);
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet.Builder claims) throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("the-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String parameter(String body, String name) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair[0].equals(name))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("");
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
