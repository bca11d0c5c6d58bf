package io.capitune.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the gateway lets through, and what it adds to every answer. */
class GatewayTest {

    private static final String CALLBACK = "/api/auth/callback/email?token=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/session",
                "/internal/users?email=a@exemple.fr",
                "/internal/cv-render",
                "/internal/plans/x",
                "/internal/jobs",
                "/internal/queue",
                "/q",
                "/q/health",
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi",
                "/q/dev-ui"
            })
    void internalPathIsNotThere(String path) {
        assertThat(Candidate.signedIn().get(path).refusal()).isEqualTo("404 NOT_FOUND");
    }

    /** The link of a mail carries its token in the query. */
    @Test
    void logsHoldNoTokenNoSessionAndNoAddress() throws IOException {
        var person = Candidate.waiting();
        var mail = Mailbox.await(person.email(), Mailbox.SIGN_IN);
        assertThat(person.get(mail.path()).status()).isEqualTo(303);
        var last = "/nowhere-" + UUID.randomUUID();
        person.get(last);
        var logs = CapituneSystem.get().data().resolve("logs");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Files.readString(logs.resolve("access.log")).contains(last));

        try (var files = Files.list(logs)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(log)
                            .content()
                            .doesNotContain(mail.token(), person.cookie("session"), person.email()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cv/../internal/session",
                "/api/cv/..%2f..%2finternal/session",
                "/generate/..;/internal/session",
                "//internal/session",
                "/%69nternal/session",
                "/assets/../q/metrics",
                "/assets/%2e%2e/q/metrics",
                "/api/cv/%2e%2e/%2e%2e/q/metrics"
            })
    void detoursLeadNowhereEither(String path) {
        var answer = Candidate.signedIn().get(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContain("\"checks\"", "capitune_", "jvm_");
    }

    @Test
    void unknownPathIsAPageForPeopleAndAProblemForPrograms() {
        var page = new Visitor().with("Accept", "text/html").get("/nothing/here");
        var problem = new Visitor().with("Accept", "application/json").get("/nothing/here");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("Cette page n’existe pas", "Revenir à l’accueil");
        assertThat(problem.refusal()).isEqualTo("404 NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/help",
                "/nothing",
                "/assets/css/capitune.css",
                "/.well-known/jwks.json",
                "/api/cv/usage"
            })
    void everyAnswerHasTheSecurityHeadersAndARequestId(String path) {
        var answer = new Visitor().get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(names(answer))
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin")
                .containsEntry("cross-origin-opener-policy", "same-origin")
                .containsKey("permissions-policy")
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.header("X-Request-Id")).matches("[A-Za-z0-9_-]{8,64}");
    }

    private static TreeMap<String, String> names(Answer answer) {
        var names = new TreeMap<String, String>();
        answer.headers().map().forEach((name, values) -> names.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return names;
    }

    @Test
    void requestIdIsOursAndNotTheClients() {
        var answer = new Visitor().with("X-Request-Id", "chosen-outside").get("/login");

        assertThat(answer.header("X-Request-Id")).isNotEmpty().isNotEqualTo("chosen-outside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/help",
                "/privacy",
                "/legal",
                "/accessibility",
                "/generate",
                "/cv",
                "/upgrade",
                "/dev/mail",
                "/nothing"
            })
    void pageHoldsNoInlineScriptAndNoInlineStyle(String path) {
        assertHoldsNothingInline(Candidate.signedIn(), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", CALLBACK + "x"})
    void pageForVisitorsHoldsNoInlineScriptAndNoInlineStyle(String path) {
        assertHoldsNothingInline(new Visitor(), path);
    }

    private static void assertHoldsNothingInline(Visitor reader, String path) {
        assertThat(reader.with("Accept", "text/html").get(path).text())
                .contains("</html>")
                .doesNotContainPattern("(?i)<style|<[^>]+\\sstyle\\s*=|<[^>]+\\son[a-z]+\\s*=|javascript:")
                .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=)");
    }

    @Test
    void textIsCompressed() throws IOException {
        var answer = new Visitor().with("Accept-Encoding", "gzip").get("/");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        var plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains("</html>");
    }
}
