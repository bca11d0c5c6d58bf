package io.capitune.e2e.keyboard;

import java.time.Duration;

import com.microsoft.playwright.options.LoadState;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Another address, and the way back. */
class AddressTest {

    private static final String CONFIRM = "/confirm-email";
    private static final String UNDO = "/undo-email";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate owner = Candidate.signedIn();
    private final String before = owner.email();
    private final String after = Candidate.newAddress();

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void addressIsChangedAndTakenBack(Look look) {
        var id = owner.id();
        var visit = Visit.of(browsers, look, owner);

        ask(visit);
        var confirm = Mailbox.awaitLinkTo(CONFIRM, after).path();
        onlyLook(look, confirm, CONFIRM);
        visit.go(confirm)
                .see("form", "confirm-email")
                .send(CONFIRM)
                .see(".signin:not(:has(form))", "confirm-email-done");
        assertThat(owner.get("/api/users/me").json().get("email").asText()).isEqualTo(after);
        Visit.of(browsers, look).signInByLink(before, "/cv").see(".signin__after", "login-moved");

        var undo = Mailbox.awaitLinkTo(UNDO, before).path();
        onlyLook(look, undo, UNDO);
        var elsewhere = Visit.of(browsers, look);
        elsewhere.go(undo).see("form", "undo-email").send(UNDO).see(".signin:not(:has(form))", "undo-email-done");
        Awaitility.await("every session is over")
                .atMost(Duration.ofSeconds(15))
                .until(() -> owner.get("/api/cv/usage").status() == 401);
        assertThat(Candidate.signedIn(before).id()).isEqualTo(id);
    }

    private void ask(Visit visit) {
        visit.go("/account").press("a[href='/account/email']");
        assertThat(visit.element("#email")).isFocused();
        visit.write("#email", before).send("/account/email").see("#email-error", "account-email-refused");
        visit.write("#email", after).send("/account/email").see("main:not(:has(form))", "account-email-sent");
    }

    /** Somebody's filter of mails runs the page's scripts, and presses nothing. */
    private void onlyLook(Look look, String path, String action) {
        var filter = Visit.of(browsers, look).go(path);
        filter.tab().page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(filter.element("form[action='" + action + "']")).isVisible();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void addressThatBecameSomebodyElsesMeanwhile(Look look) {
        var visit = Visit.of(browsers, look, owner);
        ask(visit);
        Candidate.signedIn(after);

        visit.openLinkTo(CONFIRM, after).send(CONFIRM).see(".signin:not(:has(form))", "confirm-email-taken");

        assertThat(owner.get("/api/users/me").json().get("email").asText()).isEqualTo(before);
    }
}
