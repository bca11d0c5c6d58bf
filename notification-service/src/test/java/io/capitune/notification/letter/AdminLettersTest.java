package io.capitune.notification.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.notification.Stubs;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What owners are told of what administrators did. */
@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
class AdminLettersTest {

    private static final String REASON = "<script>alert(1)</script> & {config:x}";

    @Inject
    Letters letters;

    @Test
    void theReasonOfASuspensionIsToldAsItWasWrittenAndIsNoMarkup() {
        var letter = letter("account-suspended", Locale.FRENCH, null);

        assertThat(letter.subject()).isEqualTo("Votre compte est suspendu");
        assertThat(letter.text()).contains("Le motif donné\u00a0: " + REASON, "Rien de ce qu’il contient n’est perdu");
        assertThat(letter.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;")
                .doesNotContain("<script>");
    }

    @Test
    void anOpenedAndARestoredAccountLeadToTheSignIn() {
        for (var kind : List.of("account-created", "account-restored")) {
            var letter = letter(kind, Locale.FRENCH, "http://localhost:8080/login");
            assertThat(letter.text()).as(kind).contains("http://localhost:8080/login");
            assertThat(letter.html()).as(kind).contains("href=\"http://localhost:8080/login\"", "Me connecter");
        }
    }

    @Test
    void allOfThemSpeakEnglish() {
        for (var kind : List.of("account-created", "account-suspended", "account-restored")) {
            var letter = letter(kind, Locale.ENGLISH, null);
            assertThat(letter.subject()).as(kind).contains("our").doesNotContain("otre");
            assertThat(letter.html()).as(kind).contains("<html lang=\"en\">").doesNotContain("Votre", "compte");
        }
    }

    @Test
    void aChangedRoleIsNamed() {
        var words = Map.of(
                "candidate", "un compte de candidat.",
                "professional", "un compte de professionnel.",
                "professional, verified", "un compte de professionnel vérifié.",
                "admin", "un compte d’administrateur.");
        words.forEach((role, word) ->
                assertThat(roleChanged(role, Locale.FRENCH).text()).contains(word));
        assertThat(roleChanged("admin", Locale.ENGLISH).text()).contains("it is now an administrator’s account.");
    }

    private Letter roleChanged(String role, Locale locale) {
        return letter("role-changed", locale, "http://localhost:8080/account", Map.of("role", role));
    }

    private Letter letter(String kind, Locale locale, String url) {
        return letter(kind, locale, url, Map.of("reason", REASON));
    }

    private Letter letter(String kind, Locale locale, String url, Map<String, String> details) {
        var content = new AccountContent(kind, "a@exemple.fr", locale.getLanguage(), details, url, null);
        var words = AccountLetterKind.of(kind).orElseThrow().words(content, AccountLetterKind.messages(locale));
        return letters.account(locale, words, url);
    }
}
