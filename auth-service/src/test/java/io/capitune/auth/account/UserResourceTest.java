package io.capitune.auth.account;

import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.platform.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class UserResourceTest {

    @Inject
    Mails mails;

    @Test
    void servicesFindAnAccountByIdAndByAddress() {
        var id = Claims.of(new Browser().signIn(mails, "found@exemple.fr").token())
                .getString("sub");
        var service = service();

        var byId = new JsonObject(service.get("/internal/users/" + id).body());
        var byEmail = new JsonObject(
                service.get("/internal/users?email=Found@Exemple.FR").body());

        assertThat(byId.encode())
                .isEqualTo(
                        "{\"id\":\"" + id
                                + "\",\"email\":\"found@exemple.fr\",\"locale\":\"fr\",\"roles\":[\"candidate\"],\"formerEmails\":[]}");
        assertThat(byEmail).isEqualTo(byId);
    }

    @Test
    void unknownAccountsAreNotFound() {
        var service = service();
        assertThat(service.get("/internal/users/nobody").statusCode()).isEqualTo(404);
        assertThat(service.get("/internal/users?email=nobody@exemple.fr").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/internal/users?email=nobody").statusCode()).isEqualTo(404);
        assertThat(service.get("/internal/users").statusCode()).isEqualTo(404);
    }

    @Test
    void visitorsAndPeopleAreRefused() {
        assertThat(new Browser().get("/internal/users/x").statusCode()).isEqualTo(401);
        var person = new Browser().signIn(mails, "curious@exemple.fr");
        person.with("Authorization", person.token());
        assertThat(person.get("/internal/users/x").statusCode()).isEqualTo(403);
    }

    @Test
    void forgedTokensAreRefused() {
        TestTokens.forged("service")
                .forEach((wrong, token) -> assertThat(new Browser()
                                .with("Authorization", "Bearer " + token)
                                .get("/internal/users/x")
                                .statusCode())
                        .as(wrong)
                        .isEqualTo(401));
    }

    @Test
    void unknownPathsTellAVisitorNothing() {
        assertThat(new Browser().get("/internal/nothing").statusCode()).isEqualTo(401);
        assertThat(service().get("/internal/nothing").statusCode()).isEqualTo(404);
        assertThat(service().postJson("/internal/users", "{}").statusCode()).isEqualTo(405);
    }

    private static Browser service() {
        var response = new Browser()
                .postForm(
                        "/api/auth/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "pdf-worker",
                                "client_secret", "s3cret+for/tests="));
        return new Browser()
                .with("Authorization", "Bearer " + new JsonObject(response.body()).getString("access_token"));
    }
}
