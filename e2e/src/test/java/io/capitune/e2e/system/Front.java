package io.capitune.e2e.system;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;

import io.capitune.platform.testing.FreePort;
import org.awaitility.Awaitility;

/**
 * One more gateway, as the command starts it, with an auth-service of its own behind it; both are told of the same proxies. What a network may
 * do is as little as at {@link AuthReplicas}.
 */
public final class Front implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
    private static final String AUTH = "auth-service";

    private final Replica auth;
    private final java.lang.Process gateway;
    private final int port;

    private Front(Replica auth, java.lang.Process gateway, int port) {
        this.auth = auth;
        this.gateway = gateway;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param number tells it from others, and from other replicas
     * @param proxies {@code CAPITUNE_TRUSTED_PROXIES}; empty for none
     */
    public static Front start(int number, String proxies) {
        var system = CapituneSystem.get();
        var settings = new HashMap<>(AuthReplicas.SETTINGS);
        settings.put("CAPITUNE_TRUSTED_PROXIES", proxies);
        var auth = Replica.start(system, AUTH, number, settings);
        var port = FreePort.find();
        var internal = FreePort.find();
        settings.put(Replica.ownAddress(AUTH), auth.at("").toString());
        settings.put("CAPITUNE_INTERNAL_URL", "http://127.0.0.1:" + internal);
        var name = "gateway-" + number;
        // An argument of the shared system's that tells nothing of proxies makes place for one that does.
        var trusted = proxies.isEmpty() ? "$0" : "--entrypoints.web.forwardedheaders.trustedips=" + proxies;
        var gateway = Twin.start(
                system,
                system.process("gateway"),
                name,
                word -> word.replaceFirst("^(--entrypoints\\.web\\.address=.*:)\\d+$", "$1" + port)
                        .replaceFirst("^(--entrypoints\\.internal\\.address=.*:)\\d+$", "$1" + internal)
                        .replaceFirst("access\\.log$", "access-" + number + ".log")
                        .replaceFirst("^--log\\.nocolor=true$", trusted),
                settings);
        var front = new Front(auth, gateway, port);
        Awaitility.await(name + " has its routes")
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> front.visitor().get("/.well-known/jwks.json").status() == 200);
        return front;
    }

    /** Somebody who is connected with the gateway from this machine, as a proxy would be. */
    public Visitor visitor() {
        return new Visitor(path -> URI.create("http://127.0.0.1:" + port + path));
    }

    @Override
    public void close() {
        gateway.destroyForcibly();
        auth.stop();
    }
}
