package io.capitune.auth.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** The network that a limit counts by: an IPv4 address, or the /64 of an IPv6 address, which is what one subscriber has. */
public record SourceNetwork(String value) {

    /** The network of a caller's address; what is no address stands for itself. */
    public static SourceNetwork of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return new SourceNetwork(
                    parsed instanceof Inet6Address
                            ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8)
                            : parsed.getHostAddress());
        } catch (IllegalArgumentException notAnAddress) {
            return new SourceNetwork(address);
        }
    }
}
