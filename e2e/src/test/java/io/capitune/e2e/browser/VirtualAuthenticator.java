package io.capitune.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device's own authenticator, played by Chromium: it keeps passkeys and verifies whoever sits before it. */
public final class VirtualAuthenticator {

    private static final String CREATE = """
            async options => JSON.stringify((await navigator.credentials.create({
                publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)),
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

    /** A new passkey: what the page would send to the service that gave these options, both as JSON. */
    public String create(String options) {
        return (String) page.evaluate(CREATE, options);
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
