package io.capitune.auth.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A client's id and secret as they came: in the {@code Authorization} header or in the form, never in both (RFC 6749 2.3.1). */
record ClientCredentials(String id, String secret) {

    private static final String BASIC = "Basic ";

    /** Empty when there are none, half of them, two pairs of them, or a header that cannot be read. */
    static Optional<ClientCredentials> of(
            @Nullable String authorization, @Nullable String id, @Nullable String secret) {
        if (authorization != null) {
            return secret == null ? ofHeader(authorization) : Optional.empty();
        }
        return id == null || secret == null ? Optional.empty() : Optional.of(new ClientCredentials(id, secret));
    }

    private static Optional<ClientCredentials> ofHeader(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            var decoded = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            var colon = decoded.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(
                            formDecoded(decoded.substring(0, colon)), formDecoded(decoded.substring(colon + 1))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String formDecoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "credentials of " + id;
    }
}
