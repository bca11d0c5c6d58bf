package io.capitune.auth.address;

import java.net.http.HttpResponse;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.Browser;
import io.capitune.auth.Notices;
import io.quarkus.arc.Unremovable;
import io.vertx.core.json.JsonObject;

/** How people ask for another address, confirm it by the link sent there, and go back by the link sent to the one that they left. */
@Unremovable
@ApplicationScoped
public class Addresses {

    private final Notices notices;

    Addresses(Notices notices) {
        this.notices = notices;
    }

    public HttpResponse<String> ask(Browser browser, String email) {
        return ask(browser, email, null);
    }

    /** Asks as somebody who has that password; null where the account has none. */
    public HttpResponse<String> ask(Browser browser, String email, String password) {
        return browser.postJson(
                "/api/auth/change-email",
                new JsonObject().put("email", email).put("password", password).encode());
    }

    /** Asks for another address, and confirms it. */
    public void move(Browser browser, String email) {
        move(browser, email, null);
    }

    /** The same as somebody who has that password; null where the account has none. */
    public void move(Browser browser, String email, String password) {
        ask(browser, email, password);
        confirm(email);
    }

    /** Presses the button behind the link that was sent to the new address. */
    public HttpResponse<String> confirm(String email) {
        return new Browser().postForm("/confirm-email", Map.of("token", confirmation(email)));
    }

    /** Presses the button behind the link that was sent to the address that was left. */
    public HttpResponse<String> undo(String email) {
        return new Browser().postForm("/undo-email", Map.of("token", undoing(email)));
    }

    /** The token that confirms that new address. */
    public String confirmation(String email) {
        return notices.token(email, "confirm-email");
    }

    /** The token that takes the account back to that address. */
    public String undoing(String email) {
        return notices.token(email, "email-changed");
    }

    /** Uses a token by API; the status of the answer. */
    public int use(String path, String token) {
        return new Browser()
                .postJson(path, new JsonObject().put("token", token).encode())
                .statusCode();
    }
}
