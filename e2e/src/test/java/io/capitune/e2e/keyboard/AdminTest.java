package io.capitune.e2e.keyboard;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator's first day. */
class AdminTest {

    private static final String REASON = "Une annonce pour un travail qui n’existe pas";
    private static final int ACTS = 30;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate person = Candidate.signedIn();
    private final String user = "/admin/users/" + person.id();

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void administratorSetsUpAnAppAndCreatesAnAccount(Look look) {
        var address = Candidate.newAddress();
        CapituneSystem.get().admin("create", address);
        var visit = Visit.of(browsers, look);
        visit.signInByLink(address, "/account").see(".key", "enrol");
        var app = new AuthenticatorApp(visit.element(".key").textContent());
        visit.write("#code", app.wrongCode()).send("/login/enrol").see("#code-error", "enrol-refused");
        visit.write("#code", app.code()).send("/login/enrol").see(".recovery-codes", "enrol-codes");
        visit.press("main .btn--primary").arrive("/account");
        visit.press("button[name=locale][value=" + look.language() + "]");
        visit.element("html[lang=" + look.language() + "]").waitFor();

        var created = Candidate.newAddress();
        visit.menu("/admin/users").press("a[href='/admin/users/new']");
        visit.write("#email", address).choose("[name=role][value=professional]").tick("[name=verified]");
        visit.select("#locale", "A").send("/admin/users/new").see("#email-error, .notice--error", "admin-new-refused");
        visit.write("#email", created).send("/admin/users/new").see(".notice--ok", "admin-new-done");
        assertThat(visit.element("h1")).hasText(created);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void accountIsFoundChangedAndDeleted(Look look) {
        AuthenticatorApp.setUpFor(person);
        var visit = Visit.of(browsers, look, Candidate.administrator());
        visit.go("/admin/users").write("#q", person.email()).press(".filters__go button");
        visit.press(".row--user a").see(".choices", "admin-user-open");

        visit.press("a[href$='/role']").choose("[name=role][value=professional]");
        visit.write("#reason", " ".repeat(20)).send(user + "/role").see("#reason-error", "admin-role-refused");
        visit.write("#reason", "A montré son diplôme").send(user + "/role").see(".notice--ok", "admin-role-done");
        suspendAndRestore(look, visit);
        visit.press("a[href$='/reset-second-factor']").see("#reason", "admin-reset");
        visit.write("#reason", "Téléphone perdu, identité vérifiée").send(user + "/reset-second-factor");
        visit.see(".notice--ok", "admin-reset-done");
        delete(look, visit);
    }

    private void suspendAndRestore(Look look, Visit visit) {
        visit.press("a[href$='/suspend']").see("#reason", "admin-suspend");
        visit.write("#reason", REASON.repeat(8)).send(user + "/suspend").see(".notice--ok", "admin-suspend-done");
        Visit.of(browsers, look).signInByLink(person.email(), "/cv").see("main .btn, main a", "login-suspended");
        visit.press("a[href$='/restore']").see("#reason", "admin-restore");
        visit.send(user + "/restore").see(".notice--ok", "admin-restore-done");
    }

    private void delete(Look look, Visit visit) {
        visit.press("a[href$='/delete']").write("#reason", REASON).write("#confirmation", "autre@exemple.fr");
        visit.send(user + "/delete").see("#confirmation-error", "admin-delete-refused");
        visit.write("#confirmation", person.email()).send(user + "/delete").see(".notice--ok", "admin-delete-done");
        Mailbox.awaitNoLinkTo(Visit.SIGN_IN, person.email());
        Visit.of(browsers, look).signInByLink(person.email(), "/cv").see(".signin__after", "login-closed");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void longLogIsReadPageByPage(Look look) {
        var admin = Candidate.administrator();
        for (int i = 0; i < ACTS; i++) {
            act(admin, "suspend");
            act(admin, "restore");
        }
        var visit = Visit.of(browsers, look, admin);
        visit.go(user).see(".row--entry", "admin-user-much");
        visit.press("a[href^='/admin/audit']").see(".pager", "admin-audit-many");
        visit.press(".pager a").see(".row--entry", "admin-audit-last");
        visit.press(".pager a").see(".pager", "admin-audit-first-again");
        visit.write("#reason", "ANNONCE existe pas").write("#source", "127.0.0.1");
        visit.press(".filters__go button").see(".pager", "admin-audit-search");
        assertThat(visit.element("#reason")).hasValue("ANNONCE existe pas");
        visit.write("#subject", "personne@exemple.fr")
                .press(".filters__go button")
                .see(".empty", "admin-audit-none");
    }

    private void act(Candidate admin, String act) {
        var body = Json.object().put("reason", REASON).toString();
        assertThat(admin.postJson("/api" + user + "/" + act, body).status()).isEqualTo(200);
    }
}
