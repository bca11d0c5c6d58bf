package io.capitune.e2e.keyboard;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Keyboard;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.browser.Quality;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody at a window with a keyboard. Where elements are named, it is by CSS selectors; the first match counts. */
final class Visit {

    static final String SIGN_IN = "/api/auth/callback/email";
    private static final String MENU = ".shell-header__end summary:visible";

    private final Tab tab;
    private final Keyboard keyboard;

    private Visit(Tab tab) {
        this.tab = tab;
        this.keyboard = new Keyboard(tab);
    }

    /** How the journeys are gone. */
    static Stream<Look> looks() {
        return Stream.of(Look.PHONE, Look.DESKTOP.in("en"));
    }

    /** Somebody whom the system does not know. */
    static Visit of(Browsers browsers, Look look) {
        return new Visit(browsers.open(look));
    }

    /** Somebody who is signed in, and reads what the look says. */
    static Visit of(Browsers browsers, Look look, Candidate person) {
        var tab = browsers.open(look).signedInAs(person.speaking(look.language()));
        return new Visit(tab);
    }

    Tab tab() {
        return tab;
    }

    Visit go(String path) {
        tab.go(path);
        return this;
    }

    Visit press(String selector) {
        keyboard.press(selector);
        return this;
    }

    Visit tick(String selector) {
        keyboard.tick(selector);
        return this;
    }

    Visit write(String selector, String text) {
        keyboard.write(selector, text);
        return this;
    }

    Visit choose(String selector) {
        keyboard.choose(selector);
        return this;
    }

    Visit select(String selector, String beginning) {
        keyboard.select(selector, beginning);
        return this;
    }

    /** Sends the form with that action. */
    Visit send(String action) {
        return press("form[action='" + action + "'] button");
    }

    /** Waits for the element, and holds the page to what pages have to be. */
    Visit see(String selector, String name) {
        assertThat(element(selector)).isVisible();
        Quality.assertGood(tab, name);
        return this;
    }

    /** Waits until the page is that one. */
    Visit arrive(String path) {
        tab.page().waitForURL(Pattern.compile(Pattern.quote(path) + "$"));
        return this;
    }

    Locator element(String selector) {
        return tab.page().locator(selector).first();
    }

    /** Opens the link of a mail, the first one that leads to this path. */
    Visit openLinkTo(String path, String address) {
        return go(Mailbox.awaitLinkTo(path, address).path());
    }

    /** Follows a link in the account's menu. */
    Visit menu(String path) {
        return press(MENU).press(".menu[open] a[href='" + path + "']");
    }

    Visit signOut() {
        press(MENU).press(".menu[open] form[action='/logout'] button");
        tab.page().waitForURL("**/");
        return this;
    }

    /** Signs in by a mail's link in this window. */
    Visit signInByLink(String address, String next) {
        var before = Mailbox.linkingTo(SIGN_IN, address).size();
        go("/login?next=" + next).write("#email", address).press("#by-mail > button");
        assertThat(element("form[action='/login/code']")).isVisible();
        return go(Mailbox.awaitLinkTo(SIGN_IN, address, before + 1).path());
    }
}
