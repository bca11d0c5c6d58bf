package io.capitune.auth.link;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What scanners of mails do to a link of each kind (HEAD, GET, again and again, from other machines, with and without saying what for)
 * consumes nothing; and whoever presses its button twice is not told that something went wrong.
 */
@QuarkusTest
@AuthTest
class MailScannerTest {

    private static final String PASSWORD = "le hibou compte les nuages";
    private static final List<String> SCANNERS = List.of(
            "Mozilla/5.0 (compatible; Microsoft SafeLinks)",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36",
            "curl/8.5.0");

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    People people;

    /** The links that go out by mail. */
    enum Link {
        SIGN_IN("/api/auth/callback/email"),
        VERIFY_EMAIL("/verify-email"),
        RESET_PASSWORD("/reset-password"),
        CONFIRM_EMAIL("/confirm-email"),
        UNDO_EMAIL("/undo-email");

        private final String page;

        Link(String page) {
            this.page = page;
        }

        String address(String what) {
            return what + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "@scanner.exemple.fr";
        }
    }

    @ParameterizedTest
    @EnumSource
    void linkIsThereAfterScannersAndItsButtonMayBePressedTwice(Link link) {
        var token = token(link);
        var path = link.page + "?token=" + token;
        for (var scanner : SCANNERS) {
            var machine = new Browser().with("User-Agent", scanner);
            for (var purpose : List.of("", "prefetch", "prefetch;prerender")) {
                if (!purpose.isEmpty()) {
                    machine.with("Sec-Purpose", purpose);
                }
                assertThat(machine.head(path).statusCode()).isEqualTo(200);
                assertThat(machine.get(path).statusCode()).isEqualTo(200);
                assertThat(machine.get(path + "&utm_source=scan").statusCode()).isEqualTo(200);
            }
        }

        var reader = new Browser();
        assertThat(reader.get(path).body()).contains("method=\"post\"", token);
        var first = reader.postForm(link.page, form(link, token));
        assertThat(first.statusCode()).isIn(200, 303);
        signedInWhereItIs(reader);
        var second = reader.postForm(link.page, form(link, token));
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));

        assertThat(new Browser().get(path).statusCode()).as("used up").isEqualTo(410);
    }

    private String token(Link link) {
        var email = link.address("reader");
        return switch (link) {
            case SIGN_IN -> {
                new Browser().postJson("/api/auth/signin/email", "{\"email\":\"" + email + "\"}");
                yield mails.latest(email).token();
            }
            case VERIFY_EMAIL -> {
                var wish = new JsonObject().put("email", email).put("password", PASSWORD);
                new Browser().postJson("/api/auth/register", wish.encode());
                yield notices.token(email);
            }
            case RESET_PASSWORD -> {
                people.signedIn(email);
                new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"" + email + "\"}");
                yield notices.token(email);
            }
            case CONFIRM_EMAIL -> {
                changeAddress(email, link.address("new"));
                yield notices.token(link.address("new"));
            }
            case UNDO_EMAIL -> {
                changeAddress(email, link.address("new"));
                new Browser().postForm("/confirm-email", Map.of("token", notices.token(link.address("new"))));
                yield notices.token(email);
            }
        };
    }

    private void changeAddress(String from, String to) {
        people.signedIn(from).postJson("/api/auth/change-email", "{\"email\":\"" + to + "\"}");
    }

    private static Map<String, String> form(Link link, String token) {
        var form = new HashMap<String, String>();
        form.put("token", token);
        if (link == Link.RESET_PASSWORD) {
            form.put("password", PASSWORD);
        }
        return form;
    }

    /** What the gateway adds to the next request of a browser that has a session. */
    private static void signedInWhereItIs(Browser browser) {
        var token = browser.token();
        if (!token.isEmpty()) {
            browser.with("Authorization", token);
        }
    }
}
