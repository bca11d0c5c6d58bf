package io.capitune.worker.compose.story;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpansTest {

    private static final String TEXT =
            "J'ai été  VENDEUSE chez\nCarrefour Market de mars 2019 à 06/2021, en CDI, à Nantes.";

    @ParameterizedTest
    @CsvSource({
        "vendeuse, VENDEUSE",
        "carrefour market, Carrefour Market",
        "cdi, CDI",
        "mars 2019, mars 2019",
        "J’ai été, J'ai été"
    })
    void givesTheTextsOwnWords(String claimed, String own) {
        assertThat(new Spans(TEXT).verbatim(claimed)).contains(own);
    }

    @ParameterizedTest
    @CsvSource({"Auchan", "Carrefour City", "CD", "mars 201", "ete", "vendeur"})
    void knowsNothingElse(String claimed) {
        assertThat(new Spans(TEXT).verbatim(claimed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mars 2019, 2019-03",
        "06/2021, 2021-06",
        "15/06/2021, 2021-06",
        "Sept. 2019, 2019-09",
        "March 2021, 2021-03",
        "2017, 2017",
        "1er août 2020, 2020-08"
    })
    void readsDatesAsPeopleWriteThem(String written, String date) {
        assertThat(SpokenDate.parse(written)).hasToString("Optional[" + date + "]");
    }

    @ParameterizedTest
    @CsvSource({"aujourd'hui", "depuis trois ans", "printemps 2019", "13/2021"})
    void readsNoDateWhereThereIsNone(String written) {
        assertThat(SpokenDate.parse(written)).isEmpty();
    }

    @Test
    void aDateMustStandNearItsPost() {
        FactCheck check =
                new FactCheck(new Spans("Vendeuse en 2019. " + "x ".repeat(400) + "Caissière en 2021."), text -> text);
        assertThat(check.date("2019", "Vendeuse")).hasToString("2019");
        assertThat(check.date("2021", "Vendeuse")).isNull();
        assertThat(check.facts(List.of("Caissière", "Pilote"))).containsExactly("Caissière");
        assertThat(check.dropped()).containsExactly("2021", "Pilote");
    }
}
