package io.capitune.e2e;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Visitor;
import io.capitune.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody becomes somebody by what they send: neither through the gateway nor on a service's own port. */
class TokensTest {

    private static final CapituneSystem SYSTEM = CapituneSystem.get();

    private static Map<String, String> forgeries() {
        var all = new LinkedHashMap<String, String>();
        TestTokens.forged("service").forEach((flaw, token) -> all.put("service, " + flaw, token));
        TestTokens.forged("candidate").forEach((flaw, token) -> all.put("candidate, " + flaw, token));
        all.put("a service, by a key that is not auth-service's", TestTokens.service("pdf-worker"));
        return all;
    }

    private static Visitor bearing(String token) {
        return new Visitor().with("Authorization", "Bearer " + token);
    }

    @Test
    void gatewayRefusesForgedTokens() {
        forgeries()
                .forEach((flaw, token) -> assertThat(
                                bearing(token).get("/api/cv/usage").refusal())
                        .as(flaw)
                        .isEqualTo("401 TOKEN_INVALID"));
    }

    @Test
    void forgedTokenIsDroppedWhereNobodyHasToBeKnown() {
        assertThat(bearing(TestTokens.user("mallory", "admin")).get("/").status())
                .isEqualTo(200);
    }

    @Test
    void identityHeadersFromOutsideMeanNothing() {
        var victim = Candidate.signedIn();
        victim.submit(Resumes.any());

        var answer = new Visitor()
                .with("X-User", victim.email())
                .with("X-User-Id", "1")
                .with("X-User-Roles", "admin,service")
                .with("X-Forwarded-User", victim.email())
                .with("Remote-User", victim.email())
                .get("/api/cv/jobs");

        assertThat(answer.refusal()).isEqualTo("401 UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth-service",
                "cv-job-service",
                "render-service",
                "notification-service",
                "portal-service",
                "pdf-worker"
            })
    void serviceRefusesForgedTokensOnItsOwnPort(String service) {
        var process = service.equals("pdf-worker") ? SYSTEM.workers().getFirst() : SYSTEM.process(service);
        var address = URI.create("http://127.0.0.1:" + process.port() + "/internal/anything");

        forgeries()
                .forEach((flaw, token) ->
                        assertThat(get(address, bearing(token))).as(flaw).isEqualTo("401 TOKEN_INVALID"));
        assertThat(get(address, new Visitor())).isEqualTo("401 UNAUTHENTICATED");
    }

    private static String get(URI address, Visitor visitor) {
        return visitor.send("GET", address, BodyPublishers.noBody()).refusal();
    }
}
