package io.capitune.auth.account;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "camille@exemple.fr, camille@exemple.fr",
        "'  Camille@EXEMPLE.Fr ', camille@exemple.fr",
        "o'neil+cv@sub.exemple.co.uk, o'neil+cv@sub.exemple.co.uk",
        "a@château.fr, a@xn--chteau-xta.fr",
        "a@CHÂTEAU.fr, a@xn--chteau-xta.fr",
        "a@cha\u0302teau.fr, a@xn--chteau-xta.fr",
        "a@xn--strae-oqa.de, a@xn--strae-oqa.de",
    })
    void addressIsNormalised(String typed, String expected) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "camille",
                "@exemple.fr",
                "camille@",
                "camille@exemple",
                "a b@exemple.fr",
                "a@b@exemple.fr",
                "a..b@exemple.fr",
                ".a@exemple.fr",
                "a.@exemple.fr",
                "a@-exemple.fr",
                "a@exemple..fr",
                "a@exemple.fr.",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "\"a\"@exemple.fr",
                "a@exemple.fr,b@exemple.fr",
                "a@exemple.fr\r\nBcc: b@exemple.fr",
                "a@exemple.fr\n",
                "\ta@exemple.fr",
                "a\u0000@exemple.fr",
                "Camille <a@exemple.fr>",
                "a@exemple.fr>",
                "\u212Aim@exemple.fr",
                "a@straße.de",
                "a@STRAẞE.de",
                "a@\uFB01nance.fr",
                "a@νίκος.gr",
                "a@exe\u200Dmple.fr",
                "é@exemple.fr",
                "a\u2028@exemple.fr"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void longestAddressHas254Characters() {
        var domain = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".";
        var longest = "x".repeat(64) + "@" + domain + "d".repeat(254 - 65 - domain.length());
        assertThat(EmailAddress.parse(longest)).isEqualTo(Optional.of(new EmailAddress(longest)));
        assertThat(EmailAddress.parse(longest + "d")).isEmpty();
    }

    @Test
    void addressDoesNotPrintItself() {
        assertThat(new EmailAddress("camille@exemple.fr").toString()).doesNotContain("camille");
    }
}
