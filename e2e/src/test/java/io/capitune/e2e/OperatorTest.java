package io.capitune.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.capitune.e2e.browser.Quality.assertGood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an operator does by command, and what the audit log tells of it. */
class OperatorTest {

    private static final String PASSWORD = "trois girafes à vélo";
    /** Of that password, by another system's bcrypt. */
    private static final String HASH = "$2y$10$.sIFLBledNymvL6HJM4PVOGTIUxK9.AqJvj1PNGHTZ2CZgR7uIXAa";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @TempDir
    Path folder;

    @Test
    void accountsFromElsewhereAreBroughtInOnceAndSignInWithTheirPassword() throws IOException {
        var email = Candidate.newAddress();
        var file = file(account(email, HASH));

        CapituneSystem.get().admin("import", file, "--dry-run");
        assertThat(login(email)).isEqualTo(401);
        CapituneSystem.get().admin("import", file);
        assertThat(login(email)).isEqualTo(200);
        CapituneSystem.get().admin("import", file);
        assertThat(login(email)).isEqualTo(200);
    }

    @Test
    void fileWithALineThatIsRefusedOpensNothingAndSaysWhichLine() throws IOException {
        var email = Candidate.newAddress();
        var file = file(account(email, HASH), account("x@exemple.fr", HASH.replace("$10$", "$31$")));

        assertThatThrownBy(() -> CapituneSystem.get().admin("import", file))
                .hasMessageContaining("ended with 1")
                .hasMessageContaining("line 2, passwordHash")
                .hasMessageContaining("nothing was imported")
                .hasMessageNotContaining("exemple.fr")
                .hasMessageNotContaining("$2y");
        assertThat(login(email)).isEqualTo(401);
    }

    @Test
    void everythingThatAnOperatorChangesIsInTheLog() throws IOException {
        var person = Candidate.signedIn();
        CapituneSystem.get().admin("import", file(account(Candidate.newAddress(), HASH)));
        CapituneSystem.get().admin("plan", person.email(), "pro");
        CapituneSystem.get().admin("jobs", "drain");
        CapituneSystem.get().admin("jobs", "resume");
        CapituneSystem.get().admin("storage", "--delete-orphans");
        CapituneSystem.get().admin("rotate-keys");

        var admin = Candidate.administrator();
        for (var act : List.of(
                "accounts.imported",
                "plan.changed",
                "queue.drained",
                "queue.resumed",
                "files.deleted",
                "keys.rotated",
                "account.created")) {
            var entry = entries(admin, "actor=operator&act=" + act).get(0);
            assertThat(entry).as(act).isNotNull();
            assertThat(entry.get("source").asText()).as(act).isEqualTo("127.0.0.1");
        }
        var plan = entries(admin, "act=plan.changed&subject=" + person.id()).get(0);
        assertThat(plan.get("subjectEmail").asText()).isEqualTo(person.email());
        assertThat(plan.get("details").get("plan").asText()).isEqualTo("pro");
        CapituneSystem.get().admin("verify-audit");
        look(admin);
    }

    /** As people see it, on phone and desk, in both languages. */
    private void look(Candidate admin) {
        for (var look : List.of(Look.PHONE, Look.DESKTOP, Look.PHONE.in("en"), Look.DESKTOP.in("en"))) {
            admin.speaking(look.language());
            var tab = browsers.open(look).signedInAs(admin);
            tab.go("/admin/audit?actor=operator&source=127.0.0.1");
            assertGood(tab, "admin-audit-operator");
        }
    }

    private static JsonNode entries(Candidate admin, String query) {
        return admin.get("/api/admin/audit?" + query).json().get("items");
    }

    private static int login(String email) {
        var body = Json.object().put("email", email).put("password", PASSWORD);
        return new Visitor().postJson("/api/auth/login", body.toString()).status();
    }

    private static String account(String email, String hash) {
        return Json.object()
                .put("email", email)
                .put("emailVerified", true)
                .put("passwordHash", hash)
                .toString();
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("accounts.jsonl"), List.of(lines)).toString();
    }
}
