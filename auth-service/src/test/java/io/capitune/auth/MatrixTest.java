package io.capitune.auth;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.platform.testing.matrix.Call;
import io.capitune.platform.testing.matrix.Caller;
import io.capitune.platform.testing.matrix.Endpoint;
import io.capitune.platform.testing.matrix.MatrixContract;
import io.capitune.platform.testing.matrix.Owner;
import io.capitune.platform.testing.matrix.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@AuthTest
class MatrixTest extends MatrixContract {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    Mails mails;

    @Inject
    MongoDatabase database;

    /** Each has an account, signed in a moment ago, and a network address of its own, so that no limit is met. */
    @Override
    public Caller caller(Role role) {
        var number = COUNT.incrementAndGet();
        var browser = new Browser().signIn(mails, address(number));
        var id = accountId(address(number));
        var caller = switch (role) {
            case VISITOR -> Caller.visitor(id);
            case CANDIDATE, PROFESSIONAL, ADMIN -> Caller.visitor(id).with("Authorization", tokenAs(role, id, browser));
            case SERVICE -> Caller.bearer(id, serviceToken("pdf-worker", "s3cret+for/tests="));
            case OPERATOR -> Caller.bearer(id, serviceToken("operator", "op+secret/for/tests="));
        };
        return caller.with("X-Forwarded-For", "198.18.%d.%d".formatted(number / 250, number % 250));
    }

    @Override
    public Call call(Endpoint endpoint, Owner owner, Caller caller) {
        var plain = switch (owner) {
            case OWN -> endpoint.callOn(caller.id());
            case ANOTHER -> endpoint.callOn(caller(Role.VISITOR).id());
            default -> endpoint.emptyCall();
        };
        return switch (endpoint.name()) {
            case "DELETE /api/users/me" -> plain.json("{\"confirm\":\"%s\"}".formatted(addressOf(caller.id())));
            default -> plain;
        };
    }

    private String tokenAs(Role role, String id, Browser browser) {
        database.getCollection("accounts")
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.set("roles", List.of(role.name().toLowerCase(Locale.ROOT))));
        if (role == Role.ADMIN) {
            // Only a session that was opened with a second factor is an admin's.
            database.getCollection("sessions")
                    .updateMany(Filters.eq("accountId", id), Updates.set("secondFactorAt", new Date()));
        }
        return browser.token();
    }

    private static String serviceToken(String client, String secret) {
        var response = new Browser()
                .postForm(
                        "/api/auth/token",
                        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
        return new JsonObject(response.body()).getString("access_token");
    }

    private static String address(int number) {
        return "matrix-" + number + "@exemple.fr";
    }

    private String accountId(String email) {
        return database.getCollection("accounts")
                .find(Filters.eq("email", email))
                .first()
                .getString("_id");
    }

    private String addressOf(String id) {
        return database.getCollection("accounts")
                .find(Filters.eq("_id", id))
                .first()
                .getString("email");
    }
}
