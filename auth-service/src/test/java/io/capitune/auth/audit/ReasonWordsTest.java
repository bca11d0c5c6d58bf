package io.capitune.auth.audit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonWordsTest {

    @Test
    void wordsHaveNeitherAccentNorCapitalAndComeOnce() {
        assertThat(ReasonWords.of("L’École dit\u00a0: « fausses annonces », école ! Cœur 2 fois"))
                .containsExactly("2", "annonces", "coeur", "dit", "ecole", "fausses", "fois", "l");
    }

    @Test
    void howALetterWasTypedMakesNoDifference() {
        assertThat(ReasonWords.of("re\u0301clamation")).isEqualTo(ReasonWords.of("r\u00e9clamation"));
        assertThat(ReasonWords.of("ﬁche")).containsExactly("fiche");
    }

    @Test
    void otherAlphabetsHaveWordsToo() {
        assertThat(ReasonWords.of("Жалоба 投诉")).containsExactly("жалоба", "投诉");
    }

    @Test
    void whereThereIsNeitherLetterNorDigitThereIsNoWord() {
        assertThat(ReasonWords.of(" … !? \n")).isEmpty();
        assertThat(ReasonWords.of("")).isEmpty();
    }
}
