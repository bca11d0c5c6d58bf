package io.capitune.e2e.keyboard;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.OtherProvider;
import io.capitune.platform.testing.OpenIdProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another provider's account: the way in with it, and the end of it. The provider's own pages are its own business. */
class ProviderTest {

    private static final String CONTINUE = "button[formaction='/login/with/essai']";

    private static OpenIdProvider provider;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final String email = Candidate.newAddress();

    @BeforeAll
    static void provider() {
        provider = OtherProvider.start();
    }

    @AfterAll
    static void gone() {
        if (provider != null) {
            provider.close();
        }
    }

    private Visit atProvider(Look look) {
        return Visit.of(browsers, look)
                .go("/login?next=/account/security")
                .see(CONTINUE, "login-with-provider")
                .press(CONTINUE);
    }

    private void answer(Visit visit, String verified) {
        visit.tab().field("Identifiant").fill(email);
        visit.tab().field("Adresse").fill(email);
        visit.tab().field("Vérifiée").fill(verified);
        visit.tab().button("Se connecter").click();
    }

    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void accountIsOpenedWithItAndUnlinked(Look look) {
        var visit = atProvider(look);
        answer(visit, "true");
        visit.arrive("/account/security").see("a[href^='/account/security/providers/']", "security-with-provider");

        visit.press("a[href^='/account/security/providers/']").see(".btn--danger", "provider-unlink");
        visit.press("form[action$='/remove'] button").see(".notice--ok", "security-provider-unlinked");
    }

    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void addressThatItDoesNotConfirmOpensNothing(Look look) {
        var visit = atProvider(look);
        answer(visit, "false");
        visit.see(".signin__after", "provider-unverified");
    }

    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void whoeverChangesTheirMindIsBackAtTheDoor(Look look) {
        var visit = atProvider(look);
        visit.tab().button("Refuser").click();
        visit.see("main form", "provider-denied");
    }
}
