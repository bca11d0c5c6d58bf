package io.capitune.platform.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that nobody uses, so that two test runs do not meet. None is one that systems give to outgoing connections: one of those could
 * have taken it before whoever asked listens there.
 */
public final class FreePort {

    private static final int FIRST = 27_000;
    private static final int COUNT = 5_000;
    private static final int TRIES = 100;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePort() {}

    /** A loopback port that was free a moment ago, and that this process was not given before. */
    public static int find() {
        for (var i = 0; i < TRIES; i++) {
            var port = FIRST + NEXT.getAndIncrement() % COUNT;
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
