package io.capitune.notification.mailbox;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.notification.delivery.ProviderKind;
import io.capitune.notification.delivery.WayOut;
import io.capitune.platform.PlatformConfig;
import io.capitune.platform.error.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox holds sign-in links, so it has to be out of everybody's reach: 404 outside local mode, where the peer or anybody
 * whom the gateway speaks for is on another machine, and for a {@code Host} that is not this machine's own name, which is how
 * a page elsewhere would reach it by rebinding its DNS name.
 */
@ApplicationScoped
class LocalOnlyFilter {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean open;

    LocalOnlyFilter(PlatformConfig platform, WayOut wayOut) {
        this.open = platform.local() && wayOut.kind() == ProviderKind.LOCAL;
    }

    @LocalOnly
    @ServerRequestFilter
    void check(HttpServerRequest request) {
        if (!open
                || !loopback(request.remoteAddress().hostAddress())
                || !forwarded(request).allMatch(LocalOnlyFilter::loopback)
                || !ownName(request.getHeader(HttpHeaders.HOST))) {
            throw ProblemException.notFound();
        }
    }

    /** Every address on the way here: the gateway is always the peer, so this tells who the caller is. */
    private static Stream<String> forwarded(HttpServerRequest request) {
        return request.headers().getAll("X-Forwarded-For").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip);
    }

    private static boolean loopback(@Nullable String address) {
        try {
            return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean ownName(@Nullable String host) {
        return host != null && LOOPBACK_NAMES.contains(host.replaceFirst(":\\d{1,5}$", ""));
    }
}
