package io.capitune.e2e.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Visitor;

/** A device's own authenticator, played by Chromium: it keeps passkeys and verifies whoever sits before it. */
public final class VirtualAuthenticator {

    private static final String CREATE = """
            async options => JSON.stringify((await navigator.credentials.create({
                publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)),
            })).toJSON())
            """;
    private static final String GET = """
            async options => JSON.stringify((await navigator.credentials.get({
                publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)),
            })).toJSON())
            """;

    private final Page page;
    private final CDPSession devtools;
    private final String id;

    /** One in this window; it goes with the window. */
    public VirtualAuthenticator(Tab tab) {
        this.page = tab.page();
        this.devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        this.id = devtools.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    /** A new passkey of that person, not stored yet: what a page would post to {@code /api/auth/passkeys}. */
    public String registration(Visitor owner) {
        var body = answer(CREATE, owner.post("/api/auth/passkeys/options"));
        return body.put("name", "Clé").toString();
    }

    /** A passkey's answer to a new challenge: what that person's page would post to {@code /api/auth/signin/passkey}. */
    public String signIn(Visitor person) {
        return answer(GET, person.post("/api/auth/signin/passkey/options")).toString();
    }

    private ObjectNode answer(String ceremony, Answer options) {
        var credential = Json.read((String) page.evaluate(ceremony, options.text()));
        return Json.object().set("credential", credential);
    }

    /** From here on the person before it is not recognised. */
    public void recogniseNobody() {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        arguments.addProperty("isUserVerified", false);
        devtools.send("WebAuthn.setUserVerified", arguments);
    }

    /** How many passkeys it keeps. */
    public int passkeys() {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        return devtools.send("WebAuthn.getCredentials", arguments)
                .getAsJsonArray("credentials")
                .size();
    }
}
