package io.capitune.notification.letter;

import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.notification.Stubs;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
class AccountLetterKindTest {

    private static final String URL = "http://localhost:8080/account/security";

    @Inject
    Letters letters;

    @ParameterizedTest
    @EnumSource
    void mailOfEachKindIsWrittenInBothLanguages(AccountLetterKind kind) {
        var french = written(kind, Locale.FRENCH);
        var english = written(kind, Locale.ENGLISH);

        assertThat(AccountLetterKind.of(kind.id())).contains(kind);
        assertThat(french.subject()).isNotBlank().isNotEqualTo(english.subject());
        var leadsSomewhere = words(kind, Locale.FRENCH).button() != null;
        assertThat(french.text().contains(URL)).isEqualTo(leadsSomewhere);
        assertThat(english.text().contains(URL)).isEqualTo(leadsSomewhere);
        assertThat(french.text() + english.text()).doesNotContain("{");
        assertThat(english.html()).contains("<html lang=\"en\"").doesNotContain("vous");
    }

    @Test
    void nameOfAPasskeyIsEscaped() {
        var html = letters.account(
                        Locale.FRENCH,
                        AccountLetterKind.PASSKEY_ADDED.words(
                                content("<b>clé</b>"), AccountLetterKind.messages(Locale.FRENCH)),
                        URL)
                .html();
        assertThat(html).contains("&lt;b&gt;clé").doesNotContain("<b>clé");
    }

    private Letter written(AccountLetterKind kind, Locale locale) {
        return letters.account(locale, words(kind, locale), URL);
    }

    private static AccountWords words(AccountLetterKind kind, Locale locale) {
        return kind.words(content("Téléphone"), AccountLetterKind.messages(locale));
    }

    private static AccountContent content(String name) {
        var details = Map.of("device", "Firefox", "at", "23 nov.", "left", "9", "name", name, "provider", "Google");
        return new AccountContent("x", "camille@exemple.fr", "fr", details, URL, 10L);
    }
}
