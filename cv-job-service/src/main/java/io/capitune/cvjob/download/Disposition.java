package io.capitune.cvjob.download;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * {@code Content-Disposition} (RFC 6266) with a person's name in any script: ASCII for old readers, and RFC 8187 (which
 * replaced RFC 5987) for all others.
 */
final class Disposition {

    private static final int LONGEST_NAME = 80;

    private Disposition() {}

    /** An attachment named after the person, such as {@code CV Léa Martin.pdf}. */
    static String attachment(String person) {
        var name = "CV " + safe(person);
        return "attachment; filename=\"%s.pdf\"; filename*=UTF-8''%s.pdf".formatted(ascii(name), encoded(name.strip()));
    }

    /** Without what names a path, ends a header, or turns the text's direction. */
    private static String safe(String person) {
        var plain = person.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|%;]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        var end = Math.min(plain.length(), LONGEST_NAME);
        if (end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end).replaceAll("^[. ]+|[. ]+$", "");
    }

    private static String ascii(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 .,_'()-]", "");
        return letters.replaceAll(" +", " ").strip();
    }

    private static String encoded(String name) {
        // Form encoding but for the space, and with the marks that RFC 8187 does not let stand.
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
