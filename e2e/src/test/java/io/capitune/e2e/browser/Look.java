package io.capitune.e2e.browser;

/**
 * How somebody looks at the pages.
 *
 * @param language {@code fr} or {@code en}
 */
public record Look(int width, int height, String language, boolean dark, boolean scripts) {

    public static final Look DESKTOP = new Look(1280, 900, "fr", false, true);
    public static final Look PHONE = new Look(390, 844, "fr", false, true);

    public Look in(String other) {
        return new Look(width, height, other, dark, scripts);
    }

    public Look inTheDark() {
        return new Look(width, height, language, true, scripts);
    }

    public Look withoutScripts() {
        return new Look(width, height, language, dark, false);
    }

    @Override
    public String toString() {
        return width + "-" + language + (dark ? "-dark" : "");
    }
}
