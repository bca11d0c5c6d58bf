package io.capitune.render;

import java.util.Collections;
import java.util.List;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import io.capitune.cv.document.Section.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CvPageTest {

    private static final int LINES_ON_A4 = 54;

    @Test
    void aShortCvIsNotSetTighter() {
        assertThat(page(20).tight(LINES_ON_A4)).isFalse();
    }

    @Test
    void aFewLinesBeyondAPageAreSavedByTighterSetting() {
        assertThat(page(47).tight(LINES_ON_A4)).isTrue();
    }

    @Test
    void halfAPageBeyondIsLeftAlone() {
        assertThat(page(70).tight(LINES_ON_A4)).isFalse();
    }

    @Test
    void aLongEntryMaySplitAndAShortOneMayNot() {
        CvPage page = page(1);

        assertThat(page.staysWhole(entry(5))).isTrue();
        assertThat(page.staysWhole(entry(30))).isFalse();
    }

    @Test
    void shortLanguagesRunOnAndSkillsDoNot() {
        CvPage page = page(1);
        List<Item> items = List.of(new Item("Anglais", "B2"), new Item("Espagnol", "A2"));

        assertThat(page.runsOn(Section.ofItems(Kind.LANGUAGES, "Langues", items)))
                .isTrue();
        assertThat(page.runsOn(Section.ofItems(Kind.SKILLS, "Compétences", items)))
                .isFalse();
        assertThat(page.runsOn(
                        Section.ofItems(Kind.INFORMATION, "Informations", List.of(new Item(null, "long ".repeat(20))))))
                .isFalse();
    }

    private static CvPage page(int lines) {
        Section work = Section.ofEntries(Kind.WORK, "Expérience", List.of(entry(lines)));
        return new CvPage(new CvDocument("fr", "Anne", null, List.of(), null, List.of(work)), PageSize.A4);
    }

    private static Entry entry(int lines) {
        return new Entry(
                "Poste",
                "Employeur",
                null,
                null,
                "2020",
                null,
                null,
                Collections.nCopies(lines, "Une ligne de texte."));
    }
}
