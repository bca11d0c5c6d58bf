package io.capitune.auth.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a person goes after signing in: a path of this site and nothing else. What might lead elsewhere, or round in a circle,
 * becomes the default.
 */
public record NextPath(String value) {

    public static final NextPath DEFAULT = new NextPath("/generate");

    private static final int MAX_LENGTH = 2000;
    private static final List<String> CIRCLES = List.of("/login", "/logout", "/language", "/api/", "/internal/");

    /** Reads what a link or a form asks for. */
    public static NextPath of(@Nullable String asked) {
        return asked != null && staysHere(asked) && CIRCLES.stream().noneMatch(asked::startsWith)
                ? new NextPath(asked)
                : DEFAULT;
    }

    /** A path of this site, or else the one given; for what may lead back to the page one comes from, {@code /login} included. */
    public static String sameSite(@Nullable String asked, String otherwise) {
        return asked != null && staysHere(asked) ? asked : otherwise;
    }

    // Browsers take a backslash for a slash and drop tabs and line breaks (WHATWG URL): such paths are refused, not
    // mended.
    private static boolean staysHere(String path) {
        if (path.length() > MAX_LENGTH
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.indexOf('\\') >= 0
                || !path.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return false;
        }
        try {
            var uri = new URI(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
