package io.capitune.notification.letter;

import java.time.LocalDate;
import java.util.Locale;

import jakarta.inject.Inject;

import io.capitune.notification.Stubs;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
class LettersTest {

    private static final String URL = "http://localhost:8080/api/auth/callback/email?token=abc&x=\"><b>";

    @Inject
    Letters letters;

    @Test
    void signInMailIsCompleteAsText() {
        var letter = letters.signIn(Locale.FRENCH, "http://localhost:8080/x?token=abc&y=1", "012345", 10);

        assertThat(letter.subject()).isEqualTo("Votre lien de connexion");
        assertThat(letter.text())
                .contains("http://localhost:8080/x?token=abc&y=1\n")
                .contains("\n012345\n")
                .contains("10\u00a0minutes")
                .contains("Vous n’avez rien demandé\u202f? Ignorez ce message")
                .doesNotContain("&amp;");
    }

    @Test
    void signInMailSpeaksEnglish() {
        var letter = letters.signIn(Locale.ENGLISH, "http://localhost:8080/x", "012345", 10);

        assertThat(letter.subject()).isEqualTo("Your sign-in link");
        assertThat(letter.text()).contains("valid for 10 minutes", "You did not ask for this?");
        assertThat(letter.html())
                .contains("<html lang=\"en\">", "Sign in to Capitune")
                .doesNotContain("Votre");
    }

    @Test
    void linkAndCodeAreEscapedInHtml() {
        var html = letters.signIn(Locale.FRENCH, URL, "<i>1", 10).html();

        assertThat(html)
                .contains("token=abc&amp;x=&quot;&gt;&lt;b&gt;")
                .contains("&lt;i&gt;1")
                .doesNotContain("<b>", "<i>1");
    }

    @Test
    void nameAndTitleAreEscapedInHtmlAndPlainInText() {
        var letter = letters.cvReady(
                Locale.FRENCH, "<script>alert(1)</script>", "{config:x} {{ & \"R&D\"", "http://localhost:8080/cv/j1");

        assertThat(letter.html())
                .contains("&lt;script&gt;", "{config:x} {{ &amp; ")
                .doesNotContain("<script>", "&amp;lt;");
        assertThat(letter.text()).contains("Bonjour <script>alert(1)</script>,", "{config:x} {{ & \"R&D\"");
    }

    @Test
    void cvMailWithoutNameOrTitleReadsWell() {
        var text = letters.cvReady(Locale.FRENCH, "", "", "http://localhost:8080/cv/j1")
                .text();

        assertThat(text).contains("Bonjour,\n", "Votre CV est imprimé et vérifié.", "http://localhost:8080/cv/j1");
    }

    @Test
    void expiringMailSaysUntilWhenWhatStaysAndWhatToDo() {
        var until = LocalDate.of(2027, 3, 1);
        var letter = letters.cvExpiring(Locale.FRENCH, "Zoé", "Comptable", until, "http://localhost:8080/cv/j1");

        assertThat(letter.subject()).isEqualTo("Votre PDF est gardé jusqu’au 1er mars 2027");
        assertThat(letter.text())
                .contains("Bonjour Zoé,", "«\u00a0Comptable\u00a0» est gardé jusqu’au 1er mars 2027 inclus")
                .contains("http://localhost:8080/cv/j1\n", "cela ne compte pas", "Ce que vous avez saisi reste");
        assertThat(letter.html()).contains("<html lang=\"fr\">", "href=\"http://localhost:8080/cv/j1\"");
    }

    @Test
    void expiringMailSpeaksEnglishAndReadsWellWithoutNameOrTitle() {
        var letter =
                letters.cvExpiring(Locale.ENGLISH, "", "", LocalDate.of(2027, 2, 25), "http://localhost:8080/cv/j1");

        assertThat(letter.subject()).isEqualTo("Your PDF is kept until 25 February 2027");
        assertThat(letter.text()).contains("Hello,\n", "The PDF of your CV is kept until 25 February 2027");
        assertThat(letter.html()).doesNotContain("Votre", "gardé");
    }

    @Test
    void subjectIsOneLineWhateverItIsMadeOf() {
        var letter = new Letter("Votre CV\r\nBcc: all@example.org\u2028x\u202e", "", "");

        assertThat(letter.subject()).isEqualTo("Votre CV Bcc: all@example.org x");
    }
}
