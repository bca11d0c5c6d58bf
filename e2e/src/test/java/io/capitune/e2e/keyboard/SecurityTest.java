package io.capitune.e2e.keyboard;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.browser.VirtualAuthenticator;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passkeys, and an app's code as the second step. */
class SecurityTest {

    private static final String PASSKEYS = "/account/security/passkeys/";
    private static final String LONG_NAME = "Le téléphone de la maison, celui qui reste dans l’entrée ici";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate person = Candidate.signedIn();

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void passkeyIsAddedNamedUsedAndRemoved(Look look) {
        var visit = Visit.of(browsers, look, person);
        new VirtualAuthenticator(visit.tab());
        add(visit, LONG_NAME).see(".notice--ok", "security-passkey-added");
        add(visit, "x").see("#name-error:not(:empty)", "security-passkey-known");

        visit.press("a[href^='" + PASSKEYS + "']").see("#name", "passkey");
        visit.write("#name", "   ")
                .press("form[action^='" + PASSKEYS + "'] .btn--primary")
                .see("#name-error", "passkey-refused");
        visit.write("#name", "Téléphone").press("form[action^='" + PASSKEYS + "'] .btn--primary");
        visit.see(".notice--ok", "security-passkey-renamed").signOut();

        visit.go("/login?next=/account/security")
                .press("[data-passkey-sign-in]")
                .arrive("/account/security");
        visit.press("a[href^='" + PASSKEYS + "']").press("form[action$='/remove'] button");
        visit.see(".notice--ok", "security-passkey-removed");
    }

    private static Visit add(Visit visit, String name) {
        return visit.go("/account/security").write("#name", name).press("[data-passkey-add] button");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void appIsSetUpAskedForLostAndTurnedOff(Look look) {
        var visit = Visit.of(browsers, look, person);
        visit.go("/account/security").press("a[href='/account/security/app']").see(".key", "app");
        var app = new AuthenticatorApp(visit.element(".key").textContent());
        visit.write("#code", app.wrongCode()).send("/account/security/app").see("#code-error", "app-refused");
        visit.write("#code", app.code()).send("/account/security/app").see(".recovery-codes", "codes-shown");
        var codes = visit.element(".recovery-codes").locator("li").allTextContents();
        visit.press("[data-copy]").see(".toast", "codes-copied");
        visit.press("main .btn--primary").see("a[href='/account/security/app/off']", "security-app-on");
        visit.signOut();

        visit.signInByLink(person.email(), "/account/security").see("form[action='/login/second']", "login-second");
        visit.write("#code", app.wrongCode()).send("/login/second").see("#code-error", "login-second-refused");
        visit.press("a[href='/login/second?recovery=true']").see("[name=recovery] ~ .field", "login-recovery");
        visit.write("#code", "aaaa-aaaa").send("/login/second").see("#code-error", "login-recovery-refused");
        visit.write("#code", codes.getFirst()).send("/login/second").arrive("/account/security");

        visit.press("a[href='/account/security/codes']")
                .write("#code", app.wrongCode())
                .send("/account/security/codes");
        visit.see("#code-error", "codes-refused");
        visit.write("#code", codes.get(1)).send("/account/security/codes").see(".recovery-codes", "codes-renewed");
        visit.press("main .btn--primary").press("a[href='/account/security/app/off']");
        visit.write("#code", app.nextCode())
                .send("/account/security/app/off")
                .see(".notice--ok", "security-app-off-done");
    }
}
