package io.capitune.e2e.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Mailbox;

/** A browser window with one page, which remembers what the page complained of. */
public final class Tab {

    private static final double PATIENCE = 10_000;

    private final BrowserContext context;
    private final Look look;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Tab(BrowserContext context, Look look) {
        this.context = context;
        this.look = look;
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.page = context.newPage();
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onConsoleMessage(message -> {
            // The status of the page itself, such as that of an error page, is no complaint about the page.
            var ownStatus = message.text().startsWith("Failed to load resource")
                    && message.location().startsWith(page.url());
            if (message.type().equals("error") && !ownStatus) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
    }

    public Look look() {
        return look;
    }

    public Page page() {
        return page;
    }

    public Response go(String path) {
        return page.navigate(path);
    }

    /** Where the window is, without the host. */
    public String path() {
        return page.url().substring(CapituneSystem.get().gateway().toString().length());
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The page's title as it is read. */
    public Locator title() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** The field of that exact label. */
    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Signs in as people do from the sign-in page: address, mail, link. */
    public Tab signIn(String email) {
        var before = Mailbox.all(email, Mailbox.SIGN_IN).size();
        field("Votre adresse e-mail").fill(email);
        button("Recevoir le lien").click();
        page.waitForURL("**/login/code");
        go(Mailbox.await(email, Mailbox.SIGN_IN, before + 1).path());
        return this;
    }

    /** Takes over the session of somebody who is signed in by the API. */
    public Tab signedInAs(Candidate person) {
        context.addCookies(List.of(new Cookie("session", person.cookie("session"))
                .setUrl(CapituneSystem.get().gateway().toString())));
        return this;
    }

    /** The secret in the session's cookie. */
    public String session() {
        return cookie("session").orElseThrow().value;
    }

    /** The cookie of that name, if the window has one. */
    public Optional<Cookie> cookie(String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst();
    }

    /** Loses the session as if it had expired. */
    public void loseSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
    }

    /** Errors in the console, violations of the content policy among them. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Saves a picture of the whole page for people to look at. */
    public void picture(String name) {
        try {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Browsers.SCREENS.resolve(name + ".png"))
                    .setFullPage(true));
        } catch (PlaywrightException e) {
            System.err.println("no picture of " + page.url() + ": " + e.getMessage());
        }
    }

    void close() {
        context.close();
    }
}
