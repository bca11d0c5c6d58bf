package io.capitune.auth.admin;

import java.util.List;

import io.capitune.auth.Browser;
import io.capitune.auth.account.Account;
import io.vertx.core.json.JsonObject;

/** An administrator at work: what they do to accounts by API, and what they read of it in the audit log. */
record Administrator(Account account, Browser browser) {

    static final String USERS = "/api/admin/users";
    static final String REASON = "three complaints since Monday";

    /** A new one. */
    static Administrator with(People people, String email) {
        var account = people.admin(email);
        return new Administrator(account, people.browser(account));
    }

    JsonObject create(String email, String role) {
        return new JsonObject(browser.postJson(USERS, "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
                .body());
    }

    JsonObject act(Account account, String act, String body) {
        return new JsonObject(
                browser.postJson(USERS + "/" + account.id() + "/" + act, body).body());
    }

    JsonObject get(Account account) {
        return new JsonObject(browser.get(USERS + "/" + account.id()).body());
    }

    /** What the audit log says about the account, newest first. */
    List<JsonObject> entries(String subject) {
        var body = browser.get("/api/admin/audit?subject=" + subject).body();
        return new JsonObject(body)
                .getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }

    /** The acts of these entries. */
    List<String> acts(Account account) {
        return entries(account.id()).stream()
                .map(entry -> entry.getString("act"))
                .toList();
    }

    static String role(String role, boolean verified) {
        return "{\"role\":\"" + role + "\",\"verified\":" + verified + ",\"reason\":\"" + REASON + "\"}";
    }

    static String reason() {
        return "{\"reason\":\"" + REASON + "\"}";
    }
}
