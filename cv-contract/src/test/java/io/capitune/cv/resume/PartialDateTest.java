package io.capitune.cv.resume;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PartialDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2021-03", "2021-03-31", "2024-02-29"})
    void printsAsItWasRead(String text) {
        assertThat(PartialDate.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "2021-13", "2021-00", "2021-02-30", "2023-02-29", "03/2021", "Present", "2021-3"})
    void refusesWhatIsNoDate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.of(text));
    }

    @Test
    void blankMeansNone() {
        assertThat(PartialDate.of(" ")).isNull();
    }

    @Test
    void ordersByTime() {
        assertThat(Stream.of("2022", "2021-03-02", "2021", "2021-03")
                        .map(PartialDate::of)
                        .sorted())
                .map(PartialDate::toString)
                .containsExactly("2021", "2021-03", "2021-03-02", "2022");
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 2021, true",
        "2021, 2021-03, false",
        "2021-03, 2021, false",
        "2021-02, 2021-03, true",
        "2021-03, 2021-03-05, false",
        "2021-03-04, 2021-03-05, true",
        "2022-01, 2021-12, false"
    })
    void isBeforeOnlyWhenSure(String one, String other, boolean before) {
        assertThat(PartialDate.of(one).surelyBefore(PartialDate.of(other))).isEqualTo(before);
    }
}
