package io.capitune.e2e;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;

import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Submission;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The refusals in the order that every request meets them: 401 or 303, 404, 403, 429. */
class SecurityChainTest {

    private static final String JOBS = "/api/cv/jobs";
    private static final String UNKNOWN = "/AAAAAAAAAAAAAAAAAAAAAA";
    private static final String SUBMISSION = Submission.of(Resumes.any()).json();

    private final CapituneSystem system = CapituneSystem.get();

    @ParameterizedTest
    @ValueSource(strings = {JOBS, JOBS + UNKNOWN, "/api/cv/usage", "/api/cv/no-such-thing"})
    void visitorIsAskedToSignInByTheApi(String path) {
        var answer = new Visitor().get(path);

        assertThat(answer.refusal()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void visitorIsAskedToSignInBeforeTheBodyIsLookedAt() {
        assertThat(new Visitor().post(JOBS, "text/plain", "{{").refusal()).isEqualTo("401 UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/generate", "/cv", "/upgrade", "/cv" + UNKNOWN})
    void visitorIsSentToSignInByAPageAndKnowsTheWayBack(String path) {
        var answer = new Visitor().with("Accept", "text/html").get(path);

        assertThat(answer.status()).isEqualTo(303);
        var login = URI.create(answer.header("Location"));
        assertThat(login.getPath()).isEqualTo("/login");
        assertThat(login.getQuery()).isEqualTo("next=" + path);
    }

    @Test
    void cardOfAVisitorSendsItsWholePageToSignIn() {
        var answer = new Visitor().with("HX-Request", "true").get("/cv");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).startsWith("/login");
    }

    @Test
    void someoneElsesJobIsAsUnknownAsOneThatNeverWas() {
        var owner = Candidate.signedIn();
        var id = owner.submit(Resumes.any());
        var stranger = Candidate.signedIn();

        for (var job : new String[] {JOBS + "/" + id, JOBS + UNKNOWN}) {
            for (var part : new String[] {"", "/input", "/download"}) {
                assertThat(stranger.get(job + part).refusal()).as(part).isEqualTo("404 NOT_FOUND");
            }
            assertThat(stranger.delete(job).refusal()).isEqualTo("404 NOT_FOUND");
            assertThat(stranger.post(job + "/retry").refusal()).isEqualTo("404 NOT_FOUND");
            assertThat(stranger.postJson(job + "/corrections", SUBMISSION).refusal())
                    .isEqualTo("404 NOT_FOUND");
        }
        assertThat(stranger.with("Accept", "text/html").get("/cv/" + id).status())
                .isEqualTo(404);
        owner.awaitDone(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%24ne", "a%20b", "null", "AAAAAAAAAAAAAAAAAAAAA%27"})
    void invalidIdIsNotFound(String id) {
        assertThat(Candidate.signedIn().get(JOBS + "/" + id).refusal()).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void quotaEndsTheFreePlanAndTheRateEndsTheNextOne() {
        var person = Candidate.signedIn();
        for (int i = 0; i < 3; i++) {
            person.submit(Resumes.any());
        }
        assertThat(person.postJson(JOBS, "{").refusal())
                .as("malformed comes first")
                .isEqualTo("400 MALFORMED");
        assertThat(person.postJson(JOBS, SUBMISSION).refusal()).isEqualTo("403 QUOTA_REACHED");

        system.admin("plan", person.email(), "pro");
        for (int i = 3; i < 10; i++) {
            person.submit(Resumes.any());
        }
        var tooFast = person.postJson(JOBS, SUBMISSION);

        assertThat(tooFast.refusal()).isEqualTo("429 RATE_LIMITED");
        assertThat(Integer.parseInt(tooFast.header("Retry-After"))).isBetween(1, 60);
        assertThat(person.used()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void requestThatAnotherSiteMakesIsRefused(String site) {
        var person = Candidate.signedIn().with("Sec-Fetch-Site", site);

        assertThat(person.postJson(JOBS, SUBMISSION).refusal()).isEqualTo("403 CROSS_SITE");
        assertThat(person.post("/api/auth/logout").refusal()).isEqualTo("403 CROSS_SITE");
        assertThat(person.get("/api/cv/usage").json().get("used").asInt()).isZero();
    }

    @Test
    void foreignOriginIsRefusedAndOurOwnIsNot() {
        var person = Candidate.signedIn();

        assertThat(submitFrom(person, "https://evil.example")).isEqualTo(403);
        assertThat(submitFrom(person, "null")).isEqualTo(403);
        assertThat(submitFrom(person, system.gateway().toString())).isEqualTo(202);
    }

    private static int submitFrom(Candidate person, String origin) {
        return person.send(
                        "POST",
                        JOBS,
                        BodyPublishers.ofString(SUBMISSION),
                        "Content-Type",
                        "application/json",
                        "Origin",
                        origin)
                .status();
    }
}
