package io.capitune.platform.security;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The network address a request came from, found once as it comes in: see {@link TrustedProxies}. */
public class ClientAddress {

    /** Ours alone: what a client sends by that name is overwritten. */
    static final String HEADER = "X-Client-Address";

    private static final int EARLY = 1000;

    private final TrustedProxies proxies;

    ClientAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The caller's address, an IPv4 or IPv6 literal. */
    public static String of(HttpServerRequest request) {
        var address = request.getHeader(HEADER);
        if (address == null) {
            throw new IllegalStateException("asked before the request has come in");
        }
        return address;
    }

    void register(@Observes Filters filters) {
        filters.register(this::find, EARLY);
    }

    private void find(RoutingContext context) {
        var request = context.request();
        var peer = request.remoteAddress().hostAddress();
        request.headers().set(HEADER, proxies.caller(peer, forwarded(request)).getHostAddress());
        context.next();
    }

    /** One list, however many headers it came in. */
    private static List<String> forwarded(HttpServerRequest request) {
        return request.headers().getAll("X-Forwarded-For").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
