package io.capitune.platform.security;

import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;

/** Tells a token that cannot be judged, since auth-service does not give its keys, from one that is not valid. */
final class KeyOutage {

    private KeyOutage() {}

    static boolean tells(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(KeyOutage::isOfTheNetwork);
    }

    private static boolean isOfTheNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof ClosedChannelException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof VertxException
                || cause instanceof OIDCException;
    }
}
