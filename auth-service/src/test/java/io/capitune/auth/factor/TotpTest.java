package io.capitune.auth.factor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);

    /** RFC 6238, appendix B, as six digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void codeIsGoodOneStepEitherSideAndNoFurther() {
        var step = NOW.getEpochSecond() / 30;
        for (var off = -1; off <= 1; off++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, NOW.plusSeconds(30L * off)), NOW, 0))
                    .hasValue(step + off);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, NOW.minusSeconds(60)), NOW, 0))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, NOW.plusSeconds(60)), NOW, 0))
                .isEmpty();
    }

    @Test
    void stepThatWasUsedAndThoseBeforeItAreNotTakenAgain() {
        var step = NOW.getEpochSecond() / 30;
        var code = Totp.code(SECRET, NOW);
        assertThat(Totp.match(SECRET, code, NOW, step - 1)).hasValue(step);
        assertThat(Totp.match(SECRET, code, NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, code, NOW, step + 1)).isEmpty();
    }

    /** RFC 4648, section 10, less the padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void keysAreWrittenInBase32(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
