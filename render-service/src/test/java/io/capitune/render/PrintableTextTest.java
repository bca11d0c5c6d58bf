package io.capitune.render;

import io.capitune.cv.document.CvDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTextTest {

    @Test
    void whatHasNoGlyphOrHarmsTheTextGoes() {
        CvDocument cv = PrintableText.of(SampleCv.with("\uFEFFAn\u0000ne\u200B", "a\u0007b\u00ADc\u202Ed"));

        assertThat(cv.name()).isEqualTo("Anne");
        assertThat(cv.sections().getFirst().entries().getFirst().lines()).containsExactly("abcd");
    }

    @Test
    void theNarrowNoBreakSpaceBecomesANoBreakSpace() {
        CvDocument cv = PrintableText.of(SampleCv.with("Anne", "38\u202F%"));

        assertThat(cv.sections().getFirst().entries().getFirst().lines()).containsExactly("38\u00A0%");
    }

    @Test
    void whatJoinsLettersAndEmojiStays() {
        CvDocument cv = PrintableText.of(SampleCv.with("می\u200Cخواهم", "👩\u200D💻"));

        assertThat(cv.name()).isEqualTo("می\u200Cخواهم");
        assertThat(cv.sections().getFirst().entries().getFirst().lines()).containsExactly("👩\u200D💻");
    }

    @Test
    void blankBecomesAbsent() {
        CvDocument cv = PrintableText.of(SampleCv.everywhere("x"));

        assertThat(cv.title()).isEqualTo("x");
        assertThat(PrintableText.of(new CvDocument("fr", "x", " ", cv.contacts(), "\u200B", cv.sections())))
                .satisfies(cleaned -> assertThat(cleaned.title()).isNull())
                .satisfies(cleaned -> assertThat(cleaned.summary()).isNull());
    }
}
