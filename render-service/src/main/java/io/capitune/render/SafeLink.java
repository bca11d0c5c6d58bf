package io.capitune.render;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides which addresses of a CV may become links: a reader of the PDF must never run anything by a click. */
final class SafeLink {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private SafeLink() {}

    /** The address, where it is a well-formed one of http, https, mailto or tel; nothing otherwise. */
    static Optional<String> of(String address) {
        try {
            URI uri = URI.create(address);
            boolean web = uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
            boolean known =
                    uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
            return known && (!web || uri.getHost() != null) ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** A web address as people write it: without its scheme and a last slash. */
    static String shortened(String address) {
        return address.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
