package io.capitune.e2e;

import com.microsoft.playwright.options.LoadState;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The links of mails are opened by others before their owners come: by filters with whole browsers, which run what the page says and press
 * nothing. And owners press twice.
 */
class MailedLinkTest {

    private static final String PASSWORD = "trois girafes à vélo";
    private static final String CONFIRM = "Confirmez votre nouvelle adresse";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    /** A link, how it is asked for, what its page has to be given, and its button. */
    enum Kind {
        SIGN_IN(Mailbox.SIGN_IN, "Entrer", "**/generate") {
            @Override
            void ask(Tab tab, String address) {
                tab.go("/login");
                tab.field("Votre adresse e-mail").fill(address);
                tab.button("Recevoir le lien").click();
                assertSent(tab);
            }
        },
        REGISTER(Mailbox.REGISTER, "Ouvrir mon compte", "**/generate") {
            @Override
            void ask(Tab tab, String address) {
                tab.go("/register");
                tab.field("Votre adresse e-mail").fill(address);
                tab.field("Mot de passe, facultatif").fill(PASSWORD);
                tab.button("Continuer").click();
                assertSent(tab);
            }
        },
        RESET(Mailbox.RESET, "Enregistrer", "**/login/password?done=true") {
            @Override
            void ask(Tab tab, String address) {
                Candidate.signedIn(address);
                tab.go("/forgot-password");
                tab.field("Votre adresse e-mail").fill(address);
                tab.button("Recevoir un lien par e-mail").click();
                assertSent(tab);
            }

            @Override
            void fill(Tab tab) {
                tab.field("Nouveau mot de passe").fill(PASSWORD);
            }
        },
        CONFIRM_EMAIL(CONFIRM, "Confirmer cette adresse", "**/confirm-email") {
            @Override
            void ask(Tab tab, String address) {
                tab.signedInAs(Candidate.signedIn()).go("/account/email");
                tab.field("Nouvelle adresse e-mail").fill(address);
                tab.field("Nouvelle adresse e-mail").press("Enter");
                assertThat(tab.title()).hasText("Regardez votre nouvelle messagerie");
            }
        },
        UNDO_EMAIL("L’adresse de votre compte a changé", "Reprendre mon compte", "**/undo-email") {
            @Override
            void ask(Tab tab, String address) {
                var next = Candidate.newAddress();
                var owner = Candidate.signedIn(address);
                owner.postJson(
                        "/api/auth/change-email",
                        Json.object().put("email", next).toString());
                var token = Mailbox.await(next, CONFIRM).token();
                owner.postJson(
                        "/api/auth/confirm-email",
                        Json.object().put("token", token).toString());
            }
        };

        private final String subject;
        private final String button;
        private final String leadsTo;

        Kind(String subject, String button, String leadsTo) {
            this.subject = subject;
            this.button = button;
            this.leadsTo = leadsTo;
        }

        abstract void ask(Tab tab, String address);

        void fill(Tab tab) {}

        private static void assertSent(Tab tab) {
            assertThat(tab.title()).hasText("Regardez votre messagerie");
        }
    }

    private String asked(Kind kind, Tab owner) {
        var address = Candidate.newAddress();
        kind.ask(owner, address);
        return Mailbox.await(address, kind.subject).path();
    }

    @ParameterizedTest
    @EnumSource
    void visitOfABrowserThatPressesNothingUsesNothingUp(Kind kind) {
        var owner = browsers.open();
        var path = asked(kind, owner);

        for (int i = 0; i < 2; i++) {
            var filter = browsers.open();
            assertThat(filter.go(path).status()).isEqualTo(200);
            filter.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(filter.button(kind.button)).isVisible();
            assertThat(filter.page().context().cookies()).noneMatch(cookie -> cookie.name.equals("session"));
        }

        owner.go(path);
        if (kind != Kind.SIGN_IN) {
            kind.fill(owner);
            owner.button(kind.button).click();
        }
        owner.page().waitForURL(kind.leadsTo);
    }

    @ParameterizedTest
    @EnumSource
    void buttonPressedTwiceEndsWell(Kind kind) {
        pressTwice(kind, browsers.open());
    }

    @ParameterizedTest
    @EnumSource
    void buttonPressedTwiceWithoutScriptsEndsWell(Kind kind) {
        pressTwice(kind, browsers.open(Look.DESKTOP.withoutScripts()));
    }

    private void pressTwice(Kind kind, Tab elsewhere) {
        elsewhere.go(asked(kind, browsers.open()));

        kind.fill(elsewhere);
        elsewhere.button(kind.button).dblclick();

        elsewhere.page().waitForURL(kind.leadsTo);
        assertThat(elsewhere.complaints()).isEmpty();
    }
}
