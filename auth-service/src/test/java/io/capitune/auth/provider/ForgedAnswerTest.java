package io.capitune.auth.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.capitune.auth.provider.IdTokens.in;
import static io.capitune.auth.provider.IdTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes back from a provider as no honest one would say it. */
@QuarkusTest
@AuthTest
@WithTestResource(ProvidersResource.class)
class ForgedAnswerTest {

    ProvidersResource.Forger server;

    @Inject
    FailedVisits visits;

    private StubbedProvider forger;

    @BeforeEach
    void behave() {
        server.resetAll();
        forger = StubbedProvider.behaving(server, "forger");
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
                                        .keyID(IdTokens.KEY.getKeyID())
                                        .build(),
                                new RSASSASigner(IdTokens.OTHER_KEY),
                                good)),
                new Forgery(
                        "signed by an unknown key",
                        good -> signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("unknown")
                                        .build(),
                                new RSASSASigner(IdTokens.OTHER_KEY),
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
                                        .keyID(IdTokens.KEY.getKeyID())
                                        .build(),
                                new MACSigner(IdTokens.KEY.toRSAPublicKey().getEncoded()),
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
        forger.givesTokens(forgery.change().of(forger.claims(visit)));

        visits.assertFailed(browser, forger.callback(visit, "code=abc"));
    }

    @Test
    void goodTokenOpensTheAccount() throws JOSEException {
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        forger.givesTokens(signed(forger.claims(visit).subject("good")));

        var back = browser.get(forger.callback(visit, "code=abc"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(browser.token()).isNotEmpty();
        var sent = forger.tokenRequest();
        assertThat(sent.getHeader("Authorization")).startsWith("Basic ");
        assertThat(challenge(parameter(sent.getBodyAsString(), "code_verifier")))
                .isEqualTo(visit.asked().get("code_challenge"));
    }

    @Test
    void providerWithoutNonceAndProofKeyIsToldNeither() throws JOSEException {
        var linkedin = StubbedProvider.behaving(server, "linkedin");
        var browser = new Browser();
        var visit = Visit.begin(browser, "linkedin");
        assertThat(visit.asked()).doesNotContainKeys("nonce", "code_challenge");
        linkedin.givesTokens(signed(linkedin.claims(visit).subject("member").claim("email_verified", "true")));

        var back = browser.get(linkedin.callback(visit, "code=abc"));

        assertThat(back.statusCode()).isEqualTo(303);
        var sent = linkedin.tokenRequest();
        assertThat(sent.getHeader("Authorization")).isNull();
        assertThat(sent.getBodyAsString()).contains("client_secret=").doesNotContain("code_verifier");
    }

    @Test
    void userInfoAboutSomebodyElseIsRefused() throws JOSEException {
        var browser = new Browser();
        var visit = Visit.begin(browser, "forger");
        forger.givesTokens(signed(forger.claims(visit).claim("email_verified", null)));
        forger.givesUserInfo(okJson(
                "{\"sub\":\"another\",\"email\":\"%s\",\"email_verified\":true}".formatted(StubbedProvider.EMAIL)));
        visits.assertFailed(browser, forger.callback(visit, "code=abc"));
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
        forger.givesTokens(signed(forger.claims(visit)));
        visits.assertFailed(browser, forger.callback(visit, answer));
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
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
