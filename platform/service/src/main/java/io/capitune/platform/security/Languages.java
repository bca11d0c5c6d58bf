package io.capitune.platform.security;

import java.util.List;
import java.util.Locale;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The languages of the interface, and how one is chosen. */
public final class Languages {

    /** The cookie in which a visitor's choice is kept. */
    public static final String COOKIE = "lang";

    private static final List<Locale> KNOWN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private Languages() {}

    static Locale choose(@Nullable String account, RoutingContext request) {
        if (account != null) {
            return of(account);
        }
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie != null) {
            return of(cookie.getValue());
        }
        return fromBrowser(request.request().getHeader("Accept-Language"));
    }

    /** The known language of a tag such as {@code en-GB}; French where it is unknown. */
    public static Locale of(String tag) {
        var language = Locale.forLanguageTag(tag).getLanguage();
        return KNOWN.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst()
                .orElse(Locale.FRENCH);
    }

    private static Locale fromBrowser(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Locale.FRENCH;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.FRENCH;
        }
    }
}
