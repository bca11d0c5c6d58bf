package io.capitune.platform.security;

import io.vertx.core.http.HttpServerRequest;

/** The network address a request came from. */
public final class ClientAddress {

    private ClientAddress() {}

    /**
     * The address that the gateway saw: the last of {@code X-Forwarded-For}, which the gateway itself appends. Services listen
     * on a private network only, so a header without the gateway comes from ourselves.
     */
    public static String of(HttpServerRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || forwarded.isBlank()) {
            return request.remoteAddress().hostAddress();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
