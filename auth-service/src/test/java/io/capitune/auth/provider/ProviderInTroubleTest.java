package io.capitune.auth.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JOSEException;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.capitune.auth.provider.IdTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

/** A provider that does not answer, or not as one should: everybody is told on a page. */
@QuarkusTest
@AuthTest
@WithTestResource(ProvidersResource.class)
class ProviderInTroubleTest {

    ProvidersResource.Forger server;

    @Inject
    FailedVisits visits;

    @Inject
    MovableClock clock;

    private StubbedProvider forger;

    @BeforeEach
    void behave() {
        server.resetAll();
        forger = StubbedProvider.behaving(server, "forger");
    }

    @AfterEach
    void today() {
        clock.reset();
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
        forger.givesTokens(trouble);
        visits.assertFailed(browser, forger.callback(visit, "code=abc"));
    }

    @Test
    void userInfoInTroubleIsAClearPage() throws JOSEException {
        for (var trouble : List.of(aResponse().withStatus(500), aResponse().withStatus(401), okJson("{"))) {
            var browser = new Browser();
            var visit = Visit.begin(browser, "forger");
            forger.givesTokens(signed(forger.claims(visit).claim("email_verified", null)));
            forger.givesUserInfo(trouble);
            visits.assertFailed(browser, forger.callback(visit, "code=abc"));
        }
    }

    @Test
    void discoveredProviderIsUsedOnWhileItsDiscoveryIsAway() {
        Visit.begin(new Browser(), "forger");
        clock.forward(Duration.ofHours(2));
        forger.describesItself(aResponse().withStatus(503));
        assertThat(Visit.begin(new Browser(), "forger").target().getPath()).isEqualTo("/forger/auth");
    }

    @Test
    void keysThatCannotBeHadAreAClearPage() throws JOSEException {
        clock.forward(Duration.ofHours(2));
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        forger.givesTokens(signed(forger.claims(visit)));
        forger.givesKeys(aResponse().withStatus(500));
        visits.assertFailed(browser, forger.callback(visit, "code=abc"));
    }

    @Test
    void providerThatDescribesItselfWronglyIsAClearPage() {
        var imposter = new StubbedProvider(server, "imposter");
        descriptions(imposter).forEach(description -> {
            imposter.describesItself(description);
            var refused = new Browser().postForm("/login/with/imposter", Map.of("next", "/cv"));
            assertThat(refused.statusCode()).as(description.build().getBody()).isEqualTo(503);
            assertThat(refused.body()).contains("Imposter ne répond pas comme prévu", "href=\"/login?next=%2Fcv\"");
        });
    }

    private Stream<ResponseDefinitionBuilder> descriptions(StubbedProvider imposter) {
        var good = imposter.description();
        return Stream.of(
                okJson(good.copy().put("issuer", forger.issuer()).encode()),
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
                        .withHeader("Location", forger.issuer() + "/.well-known/openid-configuration"),
                okJson(good.encode()).withFixedDelay(5_000),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    private static String without(JsonObject description, String name) {
        var less = description.copy();
        less.remove(name);
        return less.encode();
    }
}
