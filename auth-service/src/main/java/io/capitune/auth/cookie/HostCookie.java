package io.capitune.auth.cookie;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

/**
 * A cookie with a 256-bit secret for this host alone, out of reach of scripts. Over TLS it is {@code Secure} and carries the
 * {@code __Host-} prefix (RFC 6265bis), so that no neighbouring host can plant one.
 */
public final class HostCookie {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String name;
    private final boolean secure;

    /** The cookie's bare name, and the address that browsers use for the site. */
    public HostCookie(String name, String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
        this.name = secure ? "__Host-" + name : name;
    }

    /** The secret that the browser sent, when there is one and it has the right form. */
    public Optional<String> in(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(name))
                .map(cookie -> cookie.getValue())
                .filter(value -> value != null && SECRET.matcher(value).matches());
    }

    /** To be kept by the browser for so long. */
    public NewCookie keep(String secret, Duration maxAge) {
        return cookie(secret, Math.toIntExact(maxAge.toSeconds()));
    }

    /** To be forgotten when the browser is closed. */
    public NewCookie untilClosed(String secret) {
        return cookie(secret, NewCookie.DEFAULT_MAX_AGE);
    }

    /** To be forgotten now. */
    public NewCookie forget() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }
}
