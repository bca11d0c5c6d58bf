package io.capitune.auth.device;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a device calls itself, in words that its owner knows it by. Only ever a hint: whoever sends a {@code User-Agent} chooses it.
 *
 * @param browser such as {@code Firefox}; null where it is none that we know
 * @param system such as {@code Windows}; null where it does not say
 */
public record DeviceName(@Nullable String browser, @Nullable String system) {

    private record Sign(String text, String name) {}

    // Each browser also claims to be those below it.
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser/", "Samsung Internet"),
            new Sign("Vivaldi/", "Vivaldi"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("Firefox/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    /** Reads a {@code User-Agent} header. */
    public static DeviceName of(@Nullable String userAgent) {
        return userAgent == null
                ? new DeviceName(null, null)
                : new DeviceName(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    /** {@code Firefox sur Linux}, {@code Firefox on Linux}; {@code unknown} where nothing is known. */
    public String in(String language, String unknown) {
        if (browser != null && system != null) {
            return browser + ("fr".equals(language) ? " sur " : " on ") + system;
        }
        return browser != null ? browser : system != null ? system : unknown;
    }

    private static @Nullable String first(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.text()))
                .findFirst()
                .map(Sign::name)
                .orElse(null);
    }
}
