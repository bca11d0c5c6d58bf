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

    // Tests may see this class through another class loader than the one that started the server; system properties are
    // the
    // same for all, but may hold strings only (Narayana copies them).
    private static final String KEY = MongoResource.class.getName();
    private static final String PORT = KEY + ".port";
    private static final String DATA = KEY + ".data";
    private static final String PID = KEY + ".pid";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(PID) == null) {
            System.setProperty(PORT, Integer.toString(FreePort.find()));
            System.setProperty(
                    DATA,
                    Path.of("target", "mongo", UUID.randomUUID().toString()).toString());
            backAgain();
        }
        return Map.of("quarkus.mongodb.connection-string", uri(), "quarkus.mongodb.database", "test");
    }

    @Override
    public void stop() {
        // Kept for the next test class; the JVM's end stops it.
    }

    /** The connection string of the running server. */
    public static String uri() {
        return mongod().uri();
    }

    /** MongoDB goes away. */
    public static void outage() {
        ProcessHandle.of(Long.parseLong(System.getProperty(PID))).ifPresent(server -> {
            server.destroy();
            server.onExit().join();
        });
    }

    /** MongoDB comes back, with what it held. */
    public static void backAgain() {
        System.setProperty(PID, Long.toString(mongod().start()));
    }

    private static Mongod mongod() {
        return new Mongod(Path.of(System.getProperty(DATA)), Integer.parseInt(System.getProperty(PORT)));
    }
}
