package io.capitune.auth.passkey;

import java.net.http.HttpResponse;

import io.capitune.auth.Browser;
import io.vertx.core.json.JsonObject;

import static org.assertj.core.api.Assertions.assertThat;

/** The two ceremonies of WebAuthn, by API: a passkey is added, and a passkey signs in. */
final class Ceremonies {

    static final String OWN = "/api/auth/passkeys";
    static final String SIGN_IN = "/api/auth/signin/passkey";

    private Ceremonies() {}

    /** A passkey that the owner has just added. */
    static SoftPasskey registered(Browser owner) {
        var passkey = new SoftPasskey();
        var added = add(owner, passkey.create(creation(owner)), "Clé");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return passkey;
    }

    static HttpResponse<String> signIn(Browser browser, SoftPasskey passkey) {
        return answer(browser, passkey.get(request(browser)));
    }

    /** What the browser is told before it makes a passkey. */
    static JsonObject creation(Browser browser) {
        return new JsonObject(browser.postJson(OWN + "/options", "{}").body());
    }

    /** What the browser is told before it uses one. */
    static JsonObject request(Browser browser) {
        return new JsonObject(browser.postJson(SIGN_IN + "/options", "{}").body());
    }

    static HttpResponse<String> add(Browser browser, JsonObject credential, String name) {
        return browser.postJson(
                OWN,
                new JsonObject().put("name", name).put("credential", credential).encode());
    }

    static HttpResponse<String> answer(Browser browser, JsonObject credential) {
        return browser.postJson(
                SIGN_IN,
                new JsonObject()
                        .put("credential", credential)
                        .put("next", "/cv")
                        .encode());
    }
}
