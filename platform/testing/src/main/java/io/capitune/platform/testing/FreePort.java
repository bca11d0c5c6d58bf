package io.capitune.platform.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody uses, so that two test runs do not meet. None is one that systems give to outgoing connections: one of those could
 * have taken it before whoever asked listens there.
 */
public final class FreePort {

    private static final int FIRST = 27_000;
    private static final int AFTER_LAST = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /** A loopback port that was free a moment ago. */
    public static int find() {
        for (var i = 0; i < TRIES; i++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port among " + TRIES);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
