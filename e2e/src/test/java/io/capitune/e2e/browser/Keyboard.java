package io.capitune.e2e.browser;

import com.microsoft.playwright.Locator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A window in the hands of somebody who has no mouse: all is reached with the tab key, and what has the focus is seen to have it
 * (WCAG 2.4.7 and 2.4.11). Elements are named by CSS selectors, so that one journey serves every language; the first match counts.
 */
public final class Keyboard {

    private static final int MOST_STEPS = 90;

    private static final String FOCUSED = "element => element === document.activeElement";

    /** An outline around the element, or around what it is drawn in. */
    private static final String SHOWN = """
            element => {
              for (let it = element, level = 0; it && level < 4; it = it.parentElement, level++) {
                const style = getComputedStyle(it);
                if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return true;
              }
              return false;
            }""";

    /** Whether the middle of its first line is what the window has at that place: not below its edge, nor under something that stays there. */
    private static final String IN_SIGHT = """
            element => {
              const part = element.getClientRects()[0];
              if (!part) return false;
              const top = document.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2);
              return top !== null && (element.contains(top) || top.contains(element));
            }""";

    private final Tab tab;

    public Keyboard(Tab tab) {
        this.tab = tab;
    }

    /** Follows a link, opens a menu or presses a button. */
    public void press(String selector) {
        reach(selector);
        tab.page().keyboard().press("Enter");
    }

    /** Ticks a box, or takes the tick away. */
    public void tick(String selector) {
        reach(selector);
        tab.page().keyboard().press("Space");
    }

    /** Fills a field in anew. */
    public void write(String selector, String text) {
        reach(selector);
        tab.page().keyboard().press("ControlOrMeta+a");
        tab.page().keyboard().type(text);
    }

    /** Chooses one of several: the tab key leads to the one that is chosen already, or to the first, and the arrows on from there. */
    public void choose(String selector) {
        var target = tab.page().locator(selector).first();
        var group = "[name='" + target.getAttribute("name") + "']";
        var chosen = tab.page().locator(group + ":checked");
        reach(chosen.count() > 0 ? chosen.first() : tab.page().locator(group).first());
        for (int step = 0; step < MOST_STEPS && !target.isChecked(); step++) {
            tab.page().keyboard().press("ArrowDown");
        }
        assertThat(target).isChecked();
    }

    /** Takes the option of a list that begins like this. */
    public void select(String selector, String beginning) {
        reach(selector);
        tab.page().keyboard().type(beginning);
    }

    private void reach(String selector) {
        reach(tab.page().locator(selector).first());
    }

    private void reach(Locator target) {
        assertThat(target).isVisible();
        for (int step = 0; step < MOST_STEPS && !is(FOCUSED, target); step++) {
            tab.page().keyboard().press("Tab");
        }
        assertThat(target).isFocused();
        assertThat(is(SHOWN, target)).as("focus shows on %s", target).isTrue();
        assertThat(is(IN_SIGHT, target)).as("focus is in sight on %s", target).isTrue();
    }

    private static boolean is(String predicate, Locator target) {
        return (Boolean) target.evaluate(predicate);
    }
}
