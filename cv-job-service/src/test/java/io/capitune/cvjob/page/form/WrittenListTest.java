package io.capitune.cvjob.page.form;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenListTest {

    @Test
    void commasPartTermsButNotWithinBrackets() {
        assertThat(WrittenList.read("Silae, Excel (tableaux croisés, RechercheX) , Teams,"))
                .containsExactly("Silae", "Excel (tableaux croisés, RechercheX)", "Teams");
    }

    @Test
    void everyListIsReadAsItWasWritten() {
        for (var terms : List.of(
                List.of("a", "b"),
                List.of("Excel (a, b)", "c"),
                List.of("un, deux", "trois"),
                List.of("un, deux"),
                List.<String>of())) {
            assertThat(WrittenList.read(WrittenList.write(terms))).isEqualTo(terms);
        }
    }
}
