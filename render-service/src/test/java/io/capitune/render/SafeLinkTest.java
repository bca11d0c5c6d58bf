package io.capitune.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://exemple.fr/a?b=c", "HTTP://exemple.fr", "mailto:a@exemple.fr", "tel:+33612345678"})
    void contactsAndWebAddressesMayBeLinks(String address) {
        assertThat(SafeLink.of(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "https:exemple",
                "//exemple.fr",
                "exemple.fr",
                "java\nscript:x",
                ""
            })
    void allElseStaysText(String address) {
        assertThat(SafeLink.of(address)).isEmpty();
    }

    @Test
    void aWebAddressIsShownAsPeopleWriteIt() {
        assertThat(SafeLink.shortened("https://www.exemple.fr/cv/")).isEqualTo("exemple.fr/cv");
    }
}
