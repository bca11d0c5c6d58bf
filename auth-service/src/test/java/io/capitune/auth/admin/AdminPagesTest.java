package io.capitune.auth.admin;

import java.util.Date;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of administrators: everything the API does, in forms. */
@QuarkusTest
@AuthTest
class AdminPagesTest {

    private static final String REASON = "three complaints since Monday";
    private static final String SCRIPT = "<script>alert(1)</script>";

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    TestFactors factors;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String run;
    private Account admin;
    private Browser browser;

    @BeforeEach
    void signIn() {
        run = "page" + random.digits(12);
        admin = people.admin("admin-" + run + "@exemple.fr");
        browser = people.browser(admin);
    }

    @Test
    void theSectionBeginsWithTheAccounts() {
        var response = browser.get("/admin");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/admin/users");
    }

    @Test
    void theListSaysWhoIsWhatAndLeadsToEach() {
        var person = candidate("listed");
        var page = browser.get("/admin/users?q=" + run);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body())
                .contains("<h1>Comptes</h1>", person.email(), "href=\"/admin/users/" + person.id() + "\"")
                .contains("Candidat", "Actif", "value=\"" + run + "\"")
                .doesNotContain("Suite");
    }

    @Test
    void theListGoesOnByItsLinks() {
        for (var number = 0; number < 25; number++) {
            candidate("many" + number);
        }
        var first = browser.get("/admin/users?role=candidate&q=" + run).body();
        assertThat(first).contains("Suite").doesNotContain("Revenir au début");
        var next = first.replaceAll("(?s).*href=\"(/admin/users\\?[^\"]*cursor=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(next).contains("role=candidate", "q=" + run);
        var second = browser.get(next).body();
        assertThat(second).contains("Revenir au début").doesNotContain("Suite");
        assertThat((first + second).split("<li class=\"row row--user\">", -1)).hasSize(26);
    }

    @Test
    void whereNothingIsFoundThePageSaysWhatToDo() {
        assertThat(browser.get("/admin/users?q=nobody-" + run).body())
                .contains("Aucun compte ne correspond", "Voir tous les comptes");
        assertThat(browser.get("/admin/audit?subject=nobody-" + run).body())
                .contains("Rien ne correspond", "Voir tout le journal");
    }

    @Test
    void pagesSpeakEnglish() {
        var english = people.browser(admin, "en");
        assertThat(english.get("/admin/users").body()).contains("<h1>Accounts</h1>", "lang=\"en\"");
        assertThat(english.get("/admin/audit").body()).contains("<h1>Audit log</h1>");
        assertThat(english.get("/admin/users/new").body()).contains("Create an account");
        var person = candidate("english");
        for (var act : List.of("role", "suspend", "restore", "reset-second-factor", "delete")) {
            assertThat(english.get("/admin/users/" + person.id() + "/" + act).body())
                    .contains("Change nothing", person.email())
                    .doesNotContain("Motif", "Ne rien");
        }
    }

    @Test
    void anAccountIsOpenedByAForm() {
        var email = "opened-" + run + "@exemple.fr";
        assertThat(browser.get("/admin/users/new").body()).contains("name=\"email\"", "name=\"role\"");

        var response = browser.postForm(
                "/admin/users/new", Map.of("email", email, "role", "professional", "verified", "true", "locale", "en"));

        var account = accounts.byEmail(new EmailAddress(email)).orElseThrow();
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location"))
                .contains("/admin/users/" + account.id() + "?done=created");
        assertThat(account.locale()).isEqualTo("en");
        assertThat(browser.get("/admin/users/" + account.id() + "?done=created").body())
                .contains("Le compte est créé", "Professionnel vérifié", "Compte créé", admin.email());
    }

    @Test
    void aWrongFieldIsMarkedAndWhatWasTypedIsKept() {
        var response = browser.postForm("/admin/users/new", Map.of("email", "camille", "role", "admin"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("id=\"email-error\"", "Écrivez une adresse complète", "value=\"camille\"")
                .contains("value=\"admin\" required checked");

        var known = browser.postForm("/admin/users/new", Map.of("email", admin.email(), "role", "candidate"));
        assertThat(known.statusCode()).isEqualTo(409);
        assertThat(known.body()).contains("cette adresse a déjà un compte", "role=\"alert\"");
    }

    @Test
    void theAccountPageOffersWhatCanBeDone() {
        var person = candidate("offers");
        assertThat(user(person, ""))
                .contains("/role\"", "/suspend\"", "/delete\"", "Aucun administrateur")
                .doesNotContain("/restore\"", "/reset-second-factor\"");
        factors.give(person.id());
        assertThat(user(person, "")).contains("/reset-second-factor\"", "Activé");
    }

    @Test
    void theOwnAccountOffersNothing() {
        assertThat(user(admin, "")).contains("C’est votre compte").doesNotContain("/suspend\"", "/role\"", "/delete\"");
    }

    @Test
    void anAdministratorWithoutASecondFactorIsShown() {
        assertThat(user(people.admin("bare-" + run + "@exemple.fr"), "")).contains("Il sera demandé");
    }

    @Test
    void suspendingIsAskedDoneAndUndoneByForms() {
        var person = candidate("suspended");
        assertThat(act(person, "suspend").body()).contains("Suspendre ce compte", "name=\"reason\"", "Ne rien changer");

        var done = send(person, "suspend", Map.of("reason", REASON));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(user(person, "?done=suspend"))
                .contains("Le compte est suspendu. Un message est parti.", REASON, "/restore\"")
                .doesNotContain("/suspend\"");
        assertThat(send(person, "suspend", Map.of("reason", REASON)).body()).contains("déjà suspendu");
        assertThat(send(person, "restore", Map.of()).statusCode()).isEqualTo(303);
        assertThat(user(person, "?done=restore")).contains("Le compte est rétabli", "Actif");
    }

    @Test
    void aMissingReasonIsAskedForAtItsField() {
        var person = candidate("unreasoned");
        for (var act : List.of("suspend", "reset-second-factor", "delete", "role")) {
            var response =
                    send(person, act, Map.of("reason", "short", "role", "admin", "confirmation", person.email()));
            assertThat(response.statusCode()).as(act).isEqualTo(422);
            assertThat(response.body())
                    .as(act)
                    .contains("id=\"reason-error\"", "aria-invalid=\"true\"", "entre 10 et 500", "short</textarea>");
        }
    }

    @Test
    void aRoleIsChangedByAForm() {
        var person = candidate("role");
        assertThat(act(person, "role").body()).contains("value=\"candidate\" required checked");
        var response = send(person, "role", Map.of("role", "professional", "verified", "true", "reason", REASON));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(user(person, "?done=role"))
                .contains("Le rôle est enregistré", "Professionnel vérifié", "Identité vérifiée", "Rôle changé");
        assertThat(send(person, "role", Map.of("role", "king", "reason", REASON))
                        .body())
                .contains("id=\"role-error\"");
    }

    @Test
    void deletingWantsTheAddressTyped() {
        var person = candidate("deleted");
        var wrong = send(person, "delete", Map.of("reason", REASON, "confirmation", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"confirmation-error\"", REASON);

        var right = send(person, "delete", Map.of("reason", REASON, "confirmation", person.email()));

        assertThat(right.headers().firstValue("Location")).contains("/admin/users?done=deleted");
        assertThat(browser.get("/admin/users?done=deleted").body()).contains("Le compte est fermé");
        assertThat(browser.get("/admin/audit?subject=" + person.id()).body()).contains("Compte supprimé", person.id());
    }

    @Test
    void theOwnAccountIsRefusedInWords() {
        var response = send(admin, "suspend", Map.of("reason", REASON));
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("personne ne fait cela à son propre compte", REASON);
    }

    @Test
    void nothingThatWasTypedIsMarkup() {
        var person = candidate("xss");
        send(person, "suspend", Map.of("reason", SCRIPT + " \"' & " + REASON));
        database.getCollection("accounts")
                .insertOne(new Document("_id", "odd" + run)
                        .append("email", run + "\"><img src=x onerror=alert(1)>@exemple.fr")
                        .append("roles", List.of("candidate"))
                        .append("locale", SCRIPT)
                        .append("createdAt", new Date())
                        .append("v", 1));

        for (var page : List.of(
                user(person, ""),
                user(person, "?done=%3Cscript%3Ealert(1)%3C/script%3E"),
                browser.get("/admin/audit?subject=" + person.id()).body(),
                browser.get("/admin/audit?actor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .body(),
                browser.get("/admin/users?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .body(),
                browser.get("/admin/users?q=" + run).body(),
                browser.get("/admin/users/odd" + run).body(),
                browser.get("/admin/users/odd" + run + "/delete").body(),
                send(person, "delete", Map.of("reason", SCRIPT, "confirmation", "\"><script>alert(1)</script>"))
                        .body(),
                send(person, "role", Map.of("reason", SCRIPT, "role", "\"><script>alert(1)</script>"))
                        .body(),
                browser.postForm("/admin/users/new", Map.of("email", "\"><script>alert(1)</script>", "role", SCRIPT))
                        .body())) {
            assertThat(page)
                    .doesNotContain("<script>alert", "<img src=x", "\"><img")
                    .contains("</html>");
        }
        assertThat(user(person, "")).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void unknownAccountsAndActsHaveNoPage() {
        assertThat(browser.get("/admin/users/nobody").statusCode()).isEqualTo(404);
        assertThat(browser.get("/admin/users/nobody/suspend").statusCode()).isEqualTo(404);
        assertThat(browser.get("/admin/users/" + admin.id() + "/promote").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/admin/nothing").statusCode()).isEqualTo(404);
    }

    private Account candidate(String name) {
        return people.with(Account.CANDIDATE, run + "-" + name + "@exemple.fr");
    }

    private String user(Account account, String query) {
        var response = browser.get("/admin/users/" + account.id() + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private java.net.http.HttpResponse<String> act(Account account, String act) {
        return browser.get("/admin/users/" + account.id() + "/" + act);
    }

    private java.net.http.HttpResponse<String> send(Account account, String act, Map<String, String> form) {
        return browser.postForm("/admin/users/" + account.id() + "/" + act, form);
    }
}
