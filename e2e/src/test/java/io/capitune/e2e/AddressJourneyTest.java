package io.capitune.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Another address, and the way back, by the keyboard alone. */
class AddressJourneyTest {

    private static final String CONFIRM = "Confirmez votre nouvelle adresse";
    private static final String CHANGED = "L’adresse de votre compte a changé";
    private static final int MOST_STEPS = 40;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void addressIsChangedAndTakenBack() {
        var owner = Candidate.signedIn();
        var id = owner.id();
        var before = owner.email();
        var after = Candidate.newAddress();
        var tab = browsers.open().signedInAs(owner);

        tab.go("/account");
        press(tab, tab.link("Changer d’adresse e-mail"));
        assertThat(tab.field("Nouvelle adresse e-mail")).isFocused();
        tab.page().keyboard().type(after);
        tab.page().keyboard().press("Enter");
        assertThat(tab.title()).hasText("Regardez votre nouvelle messagerie");

        var confirm = Mailbox.await(after, CONFIRM).path();
        look(confirm, "Confirmer cette adresse");
        tab.go(confirm);
        press(tab, tab.button("Confirmer cette adresse"));
        assertThat(tab.title()).hasText("Votre adresse est changée");
        assertThat(owner.get("/api/users/me").json().get("email").asText()).isEqualTo(after);

        var undo = Mailbox.await(before, CHANGED).path();
        look(undo, "Reprendre mon compte");
        var elsewhere = browsers.open();
        elsewhere.go(undo);
        press(elsewhere, elsewhere.button("Reprendre mon compte"));
        assertThat(elsewhere.title()).hasText("Votre adresse est rétablie");
        assertThat(owner.get("/api/cv/usage").refusal()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(Candidate.signedIn(before).id()).isEqualTo(id);
    }

    /** Somebody's filter of mails runs the page's scripts, and presses nothing. */
    private void look(String path, String button) {
        var filter = browsers.open();
        assertThat(filter.go(path).status()).isEqualTo(200);
        filter.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(filter.button(button)).isVisible();
    }

    /** Goes there with the tab key, and presses. */
    private static void press(Tab tab, Locator target) {
        for (int step = 0; step < MOST_STEPS && !isFocused(target); step++) {
            tab.page().keyboard().press("Tab");
        }
        assertThat(target).isFocused();
        tab.page().keyboard().press("Enter");
    }

    private static boolean isFocused(Locator target) {
        return (Boolean) target.evaluate("element => element === document.activeElement");
    }
}
