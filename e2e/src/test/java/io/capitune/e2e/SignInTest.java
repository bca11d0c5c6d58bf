package io.capitune.e2e;

import java.util.Map;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Mail;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in by the link of an e-mail, or by its code. */
class SignInTest {

    private static final String CALLBACK = "/api/auth/callback/email";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final String address = Candidate.newAddress();

    private Mail askedIn(Tab tab) {
        tab.go("/generate");
        tab.field("Votre adresse e-mail").fill(address);
        tab.button("Recevoir le lien").click();
        assertThat(tab.title()).hasText("Regardez votre messagerie");
        return Mailbox.await(address, Mailbox.SIGN_IN);
    }

    @Test
    void linkSignsInAtOnceInTheBrowserThatAsked() {
        var tab = browsers.open();

        tab.go(askedIn(tab).path());

        assertThat(tab.path()).isEqualTo("/generate");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void linkOpenedElsewhereWantsTheButton() {
        var mail = askedIn(browsers.open());
        var elsewhere = browsers.open();

        elsewhere.go(mail.path());
        assertThat(elsewhere.page().getByText(address)).isVisible();
        elsewhere.button("Entrer").click();

        elsewhere.page().waitForURL("**/generate");
        assertThat(elsewhere.complaints()).isEmpty();
    }

    @Test
    void codeIsTypedInsteadOfTheLink() {
        var tab = browsers.open();
        var code = askedIn(tab).code();

        tab.field("Code à six chiffres").fill(wrong(code));
        tab.button("Entrer").click();
        assertThat(tab.page().getByText("Ce n’est pas ce code")).isVisible();
        tab.field("Code à six chiffres").fill(code);
        tab.button("Entrer").click();

        tab.page().waitForURL("**/generate");
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void codeIsWorthNothingInAnotherBrowser() {
        var mail = Mailbox.await(Candidate.waiting().email(), Mailbox.SIGN_IN);

        var answer = new Visitor().postJson("/api/auth/signin/code", "{\"code\":\"" + mail.code() + "\"}");

        assertThat(answer.refusal()).isEqualTo("410 SIGNIN_EXPIRED");
    }

    @Test
    void mailScannersConsumeNothing() {
        var person = Candidate.waiting();
        var mail = Mailbox.await(person.email(), Mailbox.SIGN_IN);
        var scanner = new Visitor();

        for (int i = 0; i < 3; i++) {
            assertThat(scanner.head(mail.path()).status()).isEqualTo(200);
            assertThat(scanner.get(mail.path()).status()).isEqualTo(200);
        }
        assertThat(scanner.cookie("session")).isNull();
        assertThat(person.head(mail.path()).status()).isEqualTo(200);
        assertThat(person.get(mail.path()).status()).isEqualTo(303);
        assertThat(person.get("/api/cv/usage").status()).isEqualTo(200);
    }

    @Test
    void usedLinkSignsNobodyIn() {
        var person = Candidate.waiting();
        var mail = Mailbox.await(person.email(), Mailbox.SIGN_IN);
        person.get(mail.path());

        assertThat(new Visitor().get(mail.path()).status()).isEqualTo(410);
        assertThat(new Visitor()
                        .postForm(CALLBACK, Map.of("token", mail.token()))
                        .status())
                .isEqualTo(410);
        assertThat(person.get("/api/cv/usage").status())
                .as("who is in stays in")
                .isEqualTo(200);
    }

    @Test
    void tamperedLinkSignsNobodyIn() {
        var token = Mailbox.await(Candidate.waiting().email(), Mailbox.SIGN_IN).token();
        var tampered = (token.startsWith("A") ? "B" : "A") + token.substring(1);

        for (var bad : new String[] {tampered, "", "x", "$ne", token + "="}) {
            var visitor = new Visitor();
            assertThat(visitor.postForm(CALLBACK, Map.of("token", bad)).status())
                    .as(bad)
                    .isEqualTo(400);
            assertThat(visitor.cookie("session")).isNull();
        }
    }

    @Test
    void ofAHundredUsesAtOnceOneWins() {
        var token = Mailbox.await(Candidate.waiting().email(), Mailbox.SIGN_IN).token();

        var answers = Crowd.atOnce(
                100,
                i -> new Visitor().postForm(CALLBACK, Map.of("token", token)).status());

        assertThat(answers).filteredOn(status -> status == 303).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 410).hasSize(99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\\\evil.example/",
                "/\\t/evil.example",
                "javascript:alert(1)",
                "/login",
                "/%0d%0aLocation:%20https://evil.example"
            })
    void signInLeadsNowhereElse(String next) {
        var visitor = new Visitor();
        visitor.postJson("/api/auth/signin/email", "{\"email\":\"%s\",\"next\":\"%s\"}".formatted(address, next));

        var target = visitor.get(Mailbox.await(address, Mailbox.SIGN_IN).path()).header("Location");

        assertThat(target).matches("(http://localhost:\\d+)?/(generate|%0d%0aLocation:%20https://evil\\.example)");
    }

    @Test
    void signInLeadsBackToWhereOneWantedToGo() {
        var visitor = new Visitor();
        visitor.postJson("/api/auth/signin/email", "{\"email\":\"%s\",\"next\":\"/upgrade?x=1\"}".formatted(address));

        assertThat(visitor.get(Mailbox.await(address, Mailbox.SIGN_IN).path()).header("Location"))
                .endsWith("/upgrade?x=1");
    }

    @Test
    void everyAddressGetsTheSameAnswer() {
        var known = Candidate.signedIn().email();

        var answers = new Visitor[] {new Visitor(), new Visitor()};
        var first = answers[0].postJson("/api/auth/signin/email", "{\"email\":\"%s\"}".formatted(known));
        var second = answers[1].postJson("/api/auth/signin/email", "{\"email\":\"%s\"}".formatted(address));

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.status()).isEqualTo(second.status());
        assertThat(first.text()).isEqualTo(second.text());
        assertThat(first.headers().map().keySet())
                .isEqualTo(second.headers().map().keySet());
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        var tab = browsers.open();
        tab.go(askedIn(tab).path());
        var stolen = tab.session();

        tab.field("Votre compte").click();
        tab.button("Se déconnecter").click();

        tab.page().waitForURL("**/");
        tab.go("/cv");
        assertThat(tab.path()).isEqualTo("/login?next=%2Fcv");
        assertThat(new Visitor().plant("session", stolen).get("/api/cv/usage").refusal())
                .isEqualTo("401 UNAUTHENTICATED");
    }
}
