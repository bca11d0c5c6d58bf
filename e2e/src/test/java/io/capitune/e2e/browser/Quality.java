package io.capitune.e2e.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page has to be, whatever it says and to whom. */
public final class Quality {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Quality() {}

    /**
     * Asserts that the page is in its reader's language, within the window's width, without an error in the console, and usable by
     * everybody (WCAG 2.2 AA as far as axe can tell). Leaves a picture of that name in {@code target/screens}.
     */
    public static void assertGood(Tab tab, String name) {
        assertFits(tab, name);
        // In the page itself (“legacy”): our pages hold no frame from elsewhere, and a second window costs half a
        // second.
        var violations = new AxeBuilder(tab.page())
                .withTags(WCAG)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary())))
                .as(name)
                .isEmpty();
        assertThat(tab.complaints()).isEmpty();
    }

    /** The same but for axe, which takes most of the time and finds nothing new where only the words or the width are others. */
    public static void assertFits(Tab tab, String name) {
        var look = tab.look();
        tab.picture(name + "-" + look);
        var page = tab.page();
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(look.language());
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of the page")
                .isLessThanOrEqualTo(look.width());
        assertThat(tab.complaints()).isEmpty();
    }
}
