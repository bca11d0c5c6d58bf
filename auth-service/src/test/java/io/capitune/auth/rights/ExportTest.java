package io.capitune.auth.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.audit.AuditLog;
import io.capitune.auth.audit.AuditedAct;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class ExportTest {

    @Inject
    MovableClock clock;

    @Inject
    Mails mails;

    @Inject
    AuditLog log;

    @Inject
    Transactions transactions;

    WireMockServer contexts;

    @AfterEach
    void emptyContexts() {
        ContextStubs.empty(contexts);
    }

    @Test
    void downloadTellsWhatAdministratorsDid() throws IOException {
        var me = Person.signedIn(mails, "export-acts@export.exemple.fr");
        var act = new AuditedAct(
                "an-administrator", "account.restored", me.id(), "", "Une erreur de notre part", Map.of());
        transactions.run(transaction -> {
            log.append(transaction, act);
            return act;
        });

        var files = unzipped(me.request().get("/api/users/me/export").asByteArray());

        assertThat(files.get("account/administration.json"))
                .contains("account.restored", "Une erreur de notre part")
                .doesNotContain("an-administrator");
    }

    @Test
    void downloadHoldsEverythingOfThePersonAndNothingOfAnother() throws IOException {
        var me = Person.signedIn(mails, "export-me@export.exemple.fr");
        var other = Person.signedIn(mails, "export-other@export.exemple.fr");
        contexts.stubFor(ContextStubs.exportOf("cv", me.id()).willReturn(ContextStubs.zip("cvs/1.json", "MINE")));
        contexts.stubFor(ContextStubs.exportOf("cv", other.id()).willReturn(ContextStubs.zip("cvs/2.json", "THEIRS")));

        var answer = me.request().get("/api/users/me/export");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("attachment");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var files = unzipped(answer.asByteArray());
        assertThat(files)
                .containsKeys(
                        "account/account.json", "account/sessions.json", "account/sign-ins.json", "cv/cvs/1.json");
        assertThat(files.get("account/account.json")).contains(me.email(), me.id());
        assertThat(files.get("cv/cvs/1.json")).isEqualTo("MINE");
        var everything = String.join("\n", files.values());
        assertThat(everything).doesNotContain(other.email(), other.id(), "THEIRS");
    }

    @Test
    void downloadHoldsNoSecretNorItsHash() throws IOException {
        var me = Person.signedIn(mails, "export-secret@export.exemple.fr");

        var everything = String.join(
                "\n",
                unzipped(me.request().get("/api/users/me/export").asByteArray()).values());

        assertThat(everything).doesNotContainIgnoringCase("hash").doesNotContain("codeMac");
        assertThat(everything).doesNotContain(me.browser().cookie("session"));
    }

    @Test
    void nothingIsGivenWhileAContextIsAway() throws IOException {
        var before = leftovers();
        var me = Person.signedIn(mails, "export-away@export.exemple.fr");

        Map.of(
                        "refused", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        "error", aResponse().withStatus(500),
                        "refusal", aResponse().withStatus(404),
                        "nonsense",
                                aResponse()
                                        .withHeader("Content-Type", "application/zip")
                                        .withBody("not a zip"))
                .forEach((trouble, answer) -> assertAway(me, trouble, answer));

        // Another service's tests may make such files meanwhile.
        Awaitility.await().untilAsserted(() -> assertThat(before).containsAll(leftovers()));
    }

    @Test
    void nothingIsGivenOfAContextThatIsSlowOrCutOff() {
        var me = Person.signedIn(mails, "export-slow@export.exemple.fr");
        var whole = ContextStubs.zipped("cvs/1.json", "MINE");

        assertAway(me, "slow", ContextStubs.zip("cvs/1.json", "MINE").withFixedDelay(20_000));
        assertAway(
                me,
                "cut off",
                aResponse()
                        .withHeader("Content-Type", "application/zip")
                        .withBody(Arrays.copyOf(whole, whole.length - 10)));
    }

    @Test
    void downloadWantsARecentSignIn() {
        var me = Person.signedIn(mails, "export-later@export.exemple.fr");
        assertThat(me.request()
                        .header("Accept", "text/html,*/*;q=0.8")
                        .get("/account/data/export")
                        .contentType())
                .isEqualTo("application/zip");
        clock.forward(Duration.ofMinutes(16));
        var later = new Person(me.email(), me.id(), me.browser(), me.browser().token());

        assertThat(later.request()
                        .get("/api/users/me/export")
                        .then()
                        .statusCode(403)
                        .extract()
                        .<String>path("code"))
                .isEqualTo("RECENT_SIGNIN_REQUIRED");
        assertThat(later.request().get("/account/data/export").header("Location"))
                .endsWith("/account/security/again?next=%2Faccount%2Fdata");
    }

    @Test
    void readerIsToldByAPageThatAContextIsAway() {
        var me = Person.signedIn(mails, "export-page@export.exemple.fr");
        contexts.stubFor(
                ContextStubs.exportOf("mails", me.id()).willReturn(aResponse().withStatus(500)));

        var answer = me.request().header("Accept", "text/html,*/*;q=0.8").get("/account/data/export");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("text/html");
    }

    @Test
    void downloadsAreLimited() {
        var me = Person.signedIn(mails, "export-often@export.exemple.fr");
        for (var i = 0; i < 5; i++) {
            assertThat(me.request().get("/api/users/me/export").statusCode()).isEqualTo(200);
        }

        var refused = me.request().get("/api/users/me/export");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotNull();
    }

    private void assertAway(Person me, String trouble, ResponseDefinitionBuilder answer) {
        contexts.stubFor(ContextStubs.exportOf("mails", me.id()).willReturn(answer));
        var refused = me.request().get("/api/users/me/export");
        assertThat(refused.statusCode()).as(trouble).isEqualTo(503);
        assertThat(refused.contentType()).as(trouble).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).as(trouble).isEqualTo("CONTEXT_AWAY");
    }

    private static List<Path> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("personal-data"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
