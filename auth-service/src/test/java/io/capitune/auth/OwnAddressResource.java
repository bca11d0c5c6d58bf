package io.capitune.auth;

import java.util.Map;

import io.capitune.platform.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** auth-service verifies with its own published key, so it has to know its own address before it starts. */
public final class OwnAddressResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var port = Integer.toString(FreePort.find());
        return Map.of("quarkus.http.test-port", port, "capitune.auth-url", "http://127.0.0.1:" + port);
    }

    @Override
    public void stop() {
        // Nothing is held.
    }
}
