package io.capitune.platform.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.vertx.core.http.HttpServerRequest;

/** The network address a request came from. */
public final class ClientAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private ClientAddress() {}

    /**
     * The caller's address. The gateway overwrites what strangers write into {@code X-Forwarded-For} and appends whom it
     * speaks with; proxies of ours before it stand in a private network. So it is the last address that is not private, or
     * the first of the list where all are, as in an office's own installation.
     */
    public static String of(HttpServerRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || forwarded.isBlank()) {
            return request.remoteAddress().hostAddress();
        }
        return of(Stream.of(forwarded.split(",")).map(String::strip).toList());
    }

    static String of(List<String> hops) {
        return hops.reversed().stream()
                .filter(hop -> !isPrivate(hop))
                .findFirst()
                .orElse(hops.getFirst());
    }

    private static boolean isPrivate(String hop) {
        // Only literals: a name must never cause a look-up.
        if (!LITERAL.matcher(hop).matches()) {
            return false;
        }
        try {
            var address = InetAddress.getByName(hop);
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
