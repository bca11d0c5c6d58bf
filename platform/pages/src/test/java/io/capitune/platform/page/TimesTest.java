package io.capitune.platform.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-23T13:36:00Z");

    @Test
    void frenchTimesAreWrittenWithAnH() {
        assertThat(times("fr").time(NOVEMBER)).isEqualTo("14\u00a0h\u00a036");
        assertThat(times("fr").dayTime(NOVEMBER)).isEqualTo("23 nov. à 14\u00a0h\u00a036");
    }

    @Test
    void englishTimesAreWrittenByTwelveHours() {
        assertThat(times("en").time(NOVEMBER)).isEqualTo("2:36\u00a0pm");
        assertThat(times("en").day(NOVEMBER)).isEqualTo("23 November");
    }

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrenchOnly() {
        var first = Instant.parse("2026-12-01T08:00:00Z");

        assertThat(times("fr").day(first)).isEqualTo("1er décembre");
        assertThat(times("en").day(first)).isEqualTo("1 December");
    }

    @Test
    void aDateSaysItsYear() {
        assertThat(times("fr").date(LocalDate.of(2027, 3, 1))).isEqualTo("1er mars 2027");
        assertThat(times("en").date(LocalDate.of(2027, 2, 25))).isEqualTo("25 February 2027");
    }

    @Test
    void aMomentSaysItsYear() {
        assertThat(times("fr").moment(NOVEMBER)).isEqualTo("23 nov. 2026 à 14\u00a0h\u00a036");
        assertThat(times("en").moment(NOVEMBER)).isEqualTo("23 Nov 2026 at 2:36\u00a0pm");
    }

    private static Times times(String lang) {
        return new Times(new SpokenLanguage(lang), ZoneId.of("Europe/Paris"));
    }

    /** A reader of whom only the language matters. */
    private static final class SpokenLanguage extends PageContext {

        private final String lang;

        SpokenLanguage(String lang) {
            super(null, null, null, null);
            this.lang = lang;
        }

        @Override
        public String lang() {
            return lang;
        }
    }
}
