package io.capitune.platform.security;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.capitune.platform.PlatformConfig;
import io.smallrye.common.net.CidrAddress;

/**
 * Who stands between a caller and us, and whom a request is from therefore: the last address on its way that is no proxy of
 * ours, which is the only one that nobody but our own proxies has written. Names are never looked up.
 */
@Singleton
class TrustedProxies {

    /** Some proxies write the caller's port as well: {@code 192.0.2.1:40000}, {@code [2001:db8::1]:40000}. */
    private static final Pattern PORT = Pattern.compile("(?<=^[\\d.]{7,15}|]):\\d{1,5}$");

    private static final Pattern BRACKETS = Pattern.compile("^\\[|]$");

    private final List<CidrAddress> networks;

    @Inject
    TrustedProxies(PlatformConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    /**
     * The caller.
     *
     * @param peer who is connected with us: the gateway on this machine, one of the trusted proxies, or the caller itself, of
     *     whom nothing else is believed
     * @param forwarded {@code X-Forwarded-For}, the nearest last. What is no address there ends the way: then it is whoever wrote it. Where all
     *     are proxies of ours it is the first.
     */
    InetAddress caller(String peer, List<String> forwarded) {
        var nearest = InetAddress.ofLiteral(peer);
        if (!nearest.isLoopbackAddress() && !trusted(nearest)) {
            return nearest;
        }
        for (var hop : forwarded.reversed()) {
            var before = address(hop);
            if (before.isEmpty()) {
                return nearest;
            }
            nearest = before.get();
            if (!trusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean trusted(InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address));
    }

    private static Optional<InetAddress> address(String hop) {
        var host = BRACKETS.matcher(PORT.matcher(hop).replaceFirst("")).replaceAll("");
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static CidrAddress network(String written) {
        var parts = written.strip().split("/", 2);
        try {
            var address = InetAddress.ofLiteral(parts[0]);
            var all = address.getAddress().length * Byte.SIZE;
            return CidrAddress.create(address, parts.length == 1 ? all : Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "capitune.trusted-proxies: \"%s\" is no address and no network, such as 10.0.0.5 or 2001:db8::/48"
                            .formatted(written),
                    e);
        }
    }
}
