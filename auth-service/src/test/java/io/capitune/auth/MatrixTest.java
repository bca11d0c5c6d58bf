package io.capitune.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.provider.ProvidersResource;
import io.capitune.auth.token.Person;
import io.capitune.auth.token.Tokens;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.testing.matrix.Call;
import io.capitune.platform.testing.matrix.Caller;
import io.capitune.platform.testing.matrix.Endpoint;
import io.capitune.platform.testing.matrix.MatrixContract;
import io.capitune.platform.testing.matrix.Owner;
import io.capitune.platform.testing.matrix.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@AuthTest
@WithTestResource(ProvidersResource.class)
class MatrixTest extends MatrixContract {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String REASON = "Une raison qui suffit";
    private static final String FORM_REASON = "reason=Une+raison+qui+suffit";

    @Inject
    AccountChanges changes;

    @Inject
    Accounts accounts;

    @Inject
    Belongings belongings;

    @Inject
    Tokens tokens;

    @Inject
    Transactions transactions;

    /** Each has an account, signed in a moment ago, and a network address of its own, so that no limit is met. */
    @Override
    public Caller caller(Role role) {
        var number = COUNT.incrementAndGet();
        var account = account(
                number,
                switch (role) {
                    case PROFESSIONAL, ADMIN -> role.name().toLowerCase(Locale.ROOT);
                    default -> Account.CANDIDATE;
                });
        var caller = switch (role) {
            case VISITOR -> Caller.visitor(account.id());
            case CANDIDATE, PROFESSIONAL, ADMIN -> Caller.bearer(account.id(), token(account));
            case SERVICE -> Caller.bearer(account.id(), serviceToken("pdf-worker", "s3cret+for/tests="));
            case OPERATOR -> Caller.bearer(account.id(), serviceToken("operator", "op+secret/for/tests="));
        };
        return caller.with("X-Forwarded-For", "198.18.%d.%d".formatted(number / 250, number % 250));
    }

    @Override
    public Call call(Endpoint endpoint, Owner owner, Caller caller) {
        return switch (owner) {
            case OWN -> of(caller.id(), endpoint);
            case ANOTHER ->
                of(account(COUNT.incrementAndGet(), Account.CANDIDATE).id(), endpoint);
            case NOBODYS -> endpoint.callOn("google");
            default -> said(endpoint, caller.id(), endpoint.emptyCall());
        };
    }

    /** About something of the account, or the account itself. */
    private Call of(String accountId, Endpoint endpoint) {
        var path = endpoint.path();
        var id = path.contains("/sessions/") || path.contains("/devices/")
                ? belongings.session(accountId, false)
                : path.contains("/passkeys/")
                        ? belongings.passkey(accountId)
                        : path.contains("/identities/") || path.contains("/providers/")
                                ? belongings.identity(accountId)
                                : accountId;
        return said(endpoint, accountId, endpoint.callOn(id));
    }

    /** With what its sender has to say, so that nothing is missing but the right. */
    private Call said(Endpoint endpoint, String accountId, Call plain) {
        var reason = new JsonObject().put("reason", REASON);
        return switch (endpoint.name()) {
            case "DELETE /api/users/me" ->
                plain.json(new JsonObject().put("confirm", address(accountId)).encode());
            case "PATCH /api/auth/passkeys/{id}" -> plain.json("{\"name\":\"Tablette\"}");
            case "POST /account/security/passkeys/{id}" -> plain.form("name=Tablette");
            case "POST /admin/users/{id}/role" -> plain.form("role=professional&" + FORM_REASON);
            case "POST /admin/users/{id}/suspend",
                    "POST /admin/users/{id}/restore",
                    "POST /admin/users/{id}/reset-second-factor" -> plain.form(FORM_REASON);
            case "POST /admin/users/{id}/delete" ->
                plain.form(FORM_REASON + "&confirmation=" + address(accountId).replace("@", "%40"));
            case "POST /api/admin/users/{id}/role" ->
                plain.json(reason.put("role", "professional").encode());
            case "POST /api/admin/users/{id}/delete" ->
                plain.json(reason.put("confirmation", address(accountId)).encode());
            case "POST /api/admin/users/{id}/suspend",
                    "POST /api/admin/users/{id}/restore",
                    "POST /api/admin/users/{id}/reset-second-factor" -> plain.json(reason.encode());
            default -> plain;
        };
    }

    private Account account(int number, String role) {
        var address = new EmailAddress("matrix-" + number + "@exemple.fr");
        return transactions
                .run(transaction -> changes.create(transaction, address, role, "fr", null))
                .orElseThrow();
    }

    private String address(String accountId) {
        return accounts.byId(accountId).orElseThrow().email();
    }

    private String token(Account account) {
        // Only a session that was opened with a second factor is an admin's.
        var session = belongings.session(account.id(), account.isAdmin());
        return tokens.forPerson(new Person(account.id(), List.copyOf(account.roles()), "fr", session, false));
    }

    private static String serviceToken(String client, String secret) {
        var response = new Browser()
                .postForm(
                        "/api/auth/token",
                        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
        return new JsonObject(response.body()).getString("access_token");
    }
}
