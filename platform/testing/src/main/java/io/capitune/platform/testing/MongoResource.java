package io.capitune.platform.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A real MongoDB for the tests of a module. One server per JVM; {@link #outage} and {@link #backAgain} end it and bring it
 * back with its data.
 */
public final class MongoResource implements QuarkusTestResourceLifecycleManager {

    // Tests may see this class through another class loader than the one that started the server.
    private static final String KEY = MongoResource.class.getName();

    @Override
    public Map<String, String> start() {
        var known = System.getProperties().get(KEY);
        if (known == null) {
            var mongod = new Mongod(Path.of("target", "mongo", UUID.randomUUID().toString()));
            mongod.start();
            var control = Map.<String, Object>of(
                    "uri", mongod.uri(), "start", (Runnable) mongod::start, "stop", (Runnable) mongod::stop);
            System.getProperties().put(KEY, control);
            known = control;
        }
        return Map.of(
                "quarkus.mongodb.connection-string",
                (String) ((Map<?, ?>) known).get("uri"),
                "quarkus.mongodb.database",
                "test");
    }

    @Override
    public void stop() {
        // Kept for the next test class; the JVM's end stops it.
    }

    /** The connection string of the running server. */
    public static String uri() {
        return (String) control().get("uri");
    }

    /** MongoDB goes away. */
    public static void outage() {
        ((Runnable) control().get("stop")).run();
    }

    /** MongoDB comes back, with what it held. */
    public static void backAgain() {
        ((Runnable) control().get("start")).run();
    }

    private static Map<?, ?> control() {
        return (Map<?, ?>) System.getProperties().get(KEY);
    }
}
