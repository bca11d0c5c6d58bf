package io.capitune.e2e.keyboard;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Registration, and the ways in by password, link and code. */
class PasswordTest {

    private static final String COMMON = "motdepasse";
    private static final String FIRST = "trois girafes à vélo";
    private static final String SECOND = "quatre girafes à pied";
    private static final String THIRD = "cinq girafes en train";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final String address = Candidate.newAddress();

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void accountWithAPassword(Look look) {
        var visit = Visit.of(browsers, look);
        register(visit);
        visit.signOut();
        byCode(visit);
        change(visit);
        visit.signOut();
        forget(visit);
        enter(visit, "personne@exemple", SECOND).see("#email-error", "login-password-no-address");
        assertThat(visit.element("#email")).isFocused();
        enter(visit, SECOND).see("#login-error", "login-password-refused");
        assertThat(visit.element("#password")).isFocused();
        enter(visit, THIRD).arrive("/generate");
    }

    private void register(Visit visit) {
        visit.go("/login").press("main a[href='/register']").arrive("/register");
        visit.write("#email", address)
                .write("#password", COMMON)
                .choose("[name=role][value=professional]")
                .send("/register")
                .see("#password-error", "register-refused");
        visit.write("#password", FIRST).send("/register").see(".signin:not(:has(form))", "register-sent");
        visit.openLinkTo("/verify-email", address)
                .tick("[name=shared]")
                .send("/verify-email")
                .arrive("/generate");
    }

    private void byCode(Visit visit) {
        visit.go("/login").write("#email", address).press("#by-mail > button").arrive("/login/code");
        var mail = Mailbox.awaitLinkTo("/api/auth/callback/email", address);
        var wrong = mail.code().equals("000000") ? "000001" : "000000";
        visit.write("#code", wrong).send("/login/code").see("#code-error", "login-code-refused");
        visit.write("#code", mail.code()).send("/login/code").arrive("/generate");
    }

    private void change(Visit visit) {
        visit.menu("/account").press("a[href='/account/password']").arrive("/account/password");
        visit.write("#current", SECOND)
                .write("#password", THIRD)
                .send("/account/password")
                .see("#current-error", "account-password-refused");
        visit.write("#current", FIRST)
                .write("#password", SECOND)
                .send("/account/password")
                .see(".notice--ok", "account-password-changed");
    }

    private void forget(Visit visit) {
        visit.go("/login").press("a[href^='/login/password']").press("a[href='/forgot-password']");
        visit.write("#email", "personne@").write("#email", address).send("/forgot-password");
        visit.see(".signin:not(:has(form))", "forgot-password-sent");
        visit.openLinkTo("/reset-password", address)
                .write("#password", COMMON)
                .send("/reset-password")
                .see("#password-error", "reset-password-refused");
        visit.write("#password", THIRD).send("/reset-password").see(".notice--ok", "login-password-reset");
    }

    private Visit enter(Visit visit, String password) {
        return enter(visit, address, password);
    }

    private static Visit enter(Visit visit, String email, String password) {
        return visit.go("/login/password")
                .write("#email", email)
                .write("#password", password)
                .send("/login/password");
    }
}
