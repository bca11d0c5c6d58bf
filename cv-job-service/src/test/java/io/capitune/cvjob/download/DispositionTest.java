package io.capitune.cvjob.download;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DispositionTest {

    @ParameterizedTest
    @CsvSource({
        "Léa Martin,CV Lea Martin.pdf,CV Léa Martin.pdf",
        "李小龙,CV.pdf,CV 李小龙.pdf",
        "محمد علي,CV.pdf,CV محمد علي.pdf",
        "Łukasz Żółć,CV ukasz Zoc.pdf,CV Łukasz Żółć.pdf",
        "Zoé 🎉,CV Zoe.pdf,CV Zoé 🎉.pdf",
        "O'Neil (Ann),CV O'Neil (Ann).pdf,CV O'Neil (Ann).pdf",
        "'',CV.pdf,CV.pdf"
    })
    void nameOfAnyScriptIsKept(String person, String ascii, String full) {
        var header = Disposition.attachment(person);

        assertThat(header).contains("filename=\"" + ascii + "\"");
        assertThat(decoded(header)).isEqualTo(full);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a\r\nSet-Cookie: x=1",
                "a\"; filename=evil.exe; x=\"",
                "C:\\temp\\x",
                "evil\u202Efdp.exe",
                "\u0000\u0007",
                "..."
            })
    void nameIsNeitherPathNorHeader(String person) {
        var header = Disposition.attachment(person);

        assertThat(header)
                .matches("attachment; filename=\"[A-Za-z0-9 .,_'()=-]+\\.pdf\"; filename\\*=UTF-8''[!-~]+\\.pdf");
        assertThat(decoded(header))
                .doesNotContain("/", "\\", "\r", "\n", "\u202E", "\u0000", "\"")
                .startsWith("CV");
    }

    @Test
    void longNameIsCutBetweenCharacters() {
        assertThat(decoded(Disposition.attachment("a" + "🎉".repeat(100))))
                .doesNotContain("?")
                .hasSizeLessThan(100);
    }

    private static String decoded(String header) {
        return URLDecoder.decode(header.substring(header.indexOf("''") + 2), StandardCharsets.UTF_8);
    }
}
