package io.capitune.cvjob.page;

import org.jspecify.annotations.Nullable;

/**
 * A message at the top of a page: what is safe, what happened, what to do.
 *
 * @param tone {@code error}, {@code warn} or {@code ok}
 */
public record Notice(
        String tone,
        String title,
        String text,
        @Nullable String link,
        @Nullable String linkText) {

    static Notice error(String title, String text) {
        return new Notice("error", title, text, null, null);
    }

    static Notice warn(String title, String text) {
        return new Notice("warn", title, text, null, null);
    }

    static Notice ok(String title) {
        return new Notice("ok", title, "", null, null);
    }

    Notice withLink(String address, String words) {
        return new Notice(tone, title, text, address, words);
    }

    /** The icon that goes with the tone. */
    public String icon() {
        return "ok".equals(tone) ? "circle-check" : "circle-alert";
    }
}
