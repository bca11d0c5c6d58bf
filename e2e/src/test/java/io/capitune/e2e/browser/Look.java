package io.capitune.e2e.browser;

/**
 * How somebody looks at the pages.
 *
 * @param language {@code fr} or {@code en}
 */
public record Look(int width, int height, String language, boolean scripts) {

    public static final Look DESKTOP = new Look(1280, 900, "fr", true);
    public static final Look PHONE = new Look(390, 844, "fr", true);

    public Look in(String other) {
        return new Look(width, height, other, scripts);
    }

    public Look withoutScripts() {
        return new Look(width, height, language, false);
    }
}
