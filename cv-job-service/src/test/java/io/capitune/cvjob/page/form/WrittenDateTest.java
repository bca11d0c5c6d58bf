package io.capitune.cvjob.page.form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource({
        "2021, 2021",
        "2021-03, 2021-03",
        "mars 2021, 2021-03",
        "Févr. 2019, 2019-02",
        "août 2020, 2020-08",
        "juil. 2018, 2018-07",
        "juin 2018, 2018-06",
        "March 2021, 2021-03",
        "Jul 2018, 2018-07",
        "June 2018, 2018-06",
        "03/2021, 2021-03",
        "12/03/2021, 2021-03-12",
        "1er mai 2022, 2022-05-01",
    })
    void whatPeopleWriteBecomesJson(String written, String json) {
        assertThat(WrittenDate.read(written)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aujourd’hui", "Aujourd'hui", "en cours", "Present", "today"})
    void stillMeansNoEnd(String written) {
        assertThat(WrittenDate.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hier", "31/02/2021", "13/2021", "brumaire 1799"})
    void whatIsNoDateStaysAsItIsForTheValidatorToName(String written) {
        assertThat(WrittenDate.read(written)).isEqualTo(written);
    }

    @Test
    void itIsWrittenInTheReadersLanguageAndReadAgain() {
        assertThat(WrittenDate.write("2021-02", "fr")).isEqualTo("févr. 2021");
        assertThat(WrittenDate.write("2021-02-03", "en")).isEqualTo("3 Feb 2021");
        assertThat(WrittenDate.write("2014", "fr")).isEqualTo("2014");
        assertThat(WrittenDate.read(WrittenDate.write("2021-12-31", "fr"))).isEqualTo("2021-12-31");
    }
}
