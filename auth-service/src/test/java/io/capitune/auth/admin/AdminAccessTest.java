package io.capitune.auth.admin;

import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.account.Account;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody but administrators gets anything from what is theirs, whichever way they ask. */
@QuarkusTest
@AuthTest
class AdminAccessTest {

    private static final String REASON = "a reason of enough characters";

    @Inject
    People people;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    /** Every way in. */
    enum Endpoint {
        PAGE_SECTION("GET /admin"),
        PAGE_LIST("GET /admin/users"),
        PAGE_NEW("GET /admin/users/new"),
        FORM_NEW("FORM /admin/users/new"),
        PAGE_USER("GET /admin/users/{id}"),
        PAGE_ROLE("GET /admin/users/{id}/role"),
        FORM_ROLE("FORM /admin/users/{id}/role"),
        PAGE_SUSPEND("GET /admin/users/{id}/suspend"),
        FORM_SUSPEND("FORM /admin/users/{id}/suspend"),
        PAGE_RESTORE("GET /admin/users/{id}/restore"),
        FORM_RESTORE("FORM /admin/users/{id}/restore"),
        PAGE_RESET("GET /admin/users/{id}/reset-second-factor"),
        FORM_RESET("FORM /admin/users/{id}/reset-second-factor"),
        PAGE_DELETE("GET /admin/users/{id}/delete"),
        FORM_DELETE("FORM /admin/users/{id}/delete"),
        PAGE_AUDIT("GET /admin/audit"),
        LIST("GET /api/admin/users"),
        CREATE("JSON /api/admin/users"),
        GET("GET /api/admin/users/{id}"),
        ROLE("JSON /api/admin/users/{id}/role"),
        SUSPEND("JSON /api/admin/users/{id}/suspend"),
        RESTORE("JSON /api/admin/users/{id}/restore"),
        RESET("JSON /api/admin/users/{id}/reset-second-factor"),
        DELETE("JSON /api/admin/users/{id}/delete"),
        AUDIT("GET /api/admin/audit");

        private final String method;
        private final String path;

        Endpoint(String request) {
            this.method = request.split(" ")[0];
            this.path = request.split(" ")[1];
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }

        int status(Browser browser, Account subject) {
            var target = path.replace("{id}", subject.id());
            var response = switch (method) {
                case "GET" -> browser.get(target);
                case "FORM" -> browser.postForm(target, fields(subject));
                default -> browser.postJson(target, new JsonObject(Map.copyOf(fields(subject))).encode());
            };
            return response.statusCode();
        }

        private Map<String, String> fields(Account subject) {
            return switch (this) {
                case CREATE, FORM_NEW -> Map.of("email", "new-" + subject.email(), "role", "admin");
                case ROLE, FORM_ROLE -> Map.of("reason", REASON, "role", "admin");
                case DELETE, FORM_DELETE -> Map.of("reason", REASON, "confirmation", subject.email());
                default -> Map.of("reason", REASON);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void visitorsAreSentToTheSignIn(Endpoint endpoint) {
        var subject = subject();
        assertThat(endpoint.status(new Browser(), subject)).isEqualTo(endpoint.isApi() ? 401 : 303);
        assertUntouched(subject);
    }

    @ParameterizedTest
    @EnumSource
    void candidatesAreRefused(Endpoint endpoint) {
        assertRefused(endpoint, people.with(Account.CANDIDATE, address()));
    }

    @ParameterizedTest
    @EnumSource
    void professionalsAreRefused(Endpoint endpoint) {
        assertRefused(endpoint, people.with(Account.PROFESSIONAL, address()));
    }

    @ParameterizedTest
    @EnumSource
    void peopleAreRefusedAtTheirOwnAccountToo(Endpoint endpoint) {
        var candidate = people.with(Account.CANDIDATE, address());
        assertThat(endpoint.status(people.browser(candidate), candidate)).isEqualTo(403);
        assertUntouched(candidate);
    }

    @ParameterizedTest
    @EnumSource
    void forgedTokensAreRefused(Endpoint endpoint) {
        var subject = subject();
        TestTokens.forged("admin")
                .forEach((wrong, token) -> assertThat(
                                endpoint.status(new Browser().with("Authorization", "Bearer " + token), subject))
                        .as(wrong)
                        .isEqualTo(401));
        assertUntouched(subject);
    }

    @ParameterizedTest
    @EnumSource
    void anotherSiteCannotAct(Endpoint endpoint) {
        if (endpoint.method.equals("GET")) {
            return;
        }
        var subject = subject();
        var browser = people.browser(people.admin(address())).with("Sec-Fetch-Site", "cross-site");
        assertThat(endpoint.status(browser, subject)).isEqualTo(403);
        assertUntouched(subject);
    }

    @ParameterizedTest
    @EnumSource
    void servicesAreRefused(Endpoint endpoint) {
        var subject = subject();
        assertThat(endpoint.status(client("operator", "op+secret/for/tests="), subject))
                .isEqualTo(403);
        assertUntouched(subject);
    }

    @ParameterizedTest
    @EnumSource
    void administratorsAreNot(Endpoint endpoint) {
        var subject = subject();
        assertThat(endpoint.status(people.browser(people.admin(address())), subject))
                .isIn(200, 201, 204, 303, 409);
    }

    @Test
    void internalPathsAreForTheOperatorAlone() {
        var admin = people.browser(people.admin(address()));
        var service = client("pdf-worker", "s3cret+for/tests=");
        var body = "{\"email\":\"internal-" + address() + "\"}";
        var count = database.getCollection("accounts").countDocuments();

        assertThat(new Browser().postJson("/internal/admins", body).statusCode())
                .isEqualTo(401);
        assertThat(admin.postJson("/internal/admins", body).statusCode()).isEqualTo(403);
        assertThat(service.postJson("/internal/admins", body).statusCode()).isEqualTo(403);
        assertThat(new Browser().get("/internal/audit/verification").statusCode())
                .isEqualTo(401);
        assertThat(admin.get("/internal/audit/verification").statusCode()).isEqualTo(403);
        assertThat(service.get("/internal/audit/verification").statusCode()).isEqualTo(403);

        assertThat(database.getCollection("accounts").countDocuments()).isEqualTo(count);
    }

    @Test
    void theLinkToTheSectionIsForAdministrators() {
        var admin = people.browser(people.admin(address()));
        assertThat(admin.get("/admin/users").body()).contains("href=\"/admin/users\"", "Administration");

        var candidate = people.browser(people.with(Account.CANDIDATE, address()));
        var refused = candidate.get("/admin/users");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Vous n’avez pas accès").doesNotContain("href=\"/admin/users\"");
    }

    private void assertRefused(Endpoint endpoint, Account caller) {
        var subject = subject();
        assertThat(endpoint.status(people.browser(caller), subject)).isEqualTo(403);
        assertUntouched(subject);
    }

    private void assertUntouched(Account subject) {
        assertThat(people.now(subject)).isEqualTo(subject);
    }

    private Account subject() {
        return people.with(Account.CANDIDATE, address());
    }

    private String address() {
        return "access-" + random.digits(12) + "@exemple.fr";
    }

    private static Browser client(String id, String secret) {
        var response = new Browser()
                .postForm(
                        "/api/auth/token",
                        Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
        return new Browser()
                .with("Authorization", "Bearer " + new JsonObject(response.body()).getString("access_token"));
    }
}
