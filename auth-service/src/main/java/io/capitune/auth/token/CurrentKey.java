package io.capitune.auth.token;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.capitune.platform.error.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * The signing key in memory, so that MongoDB may go away once it was read. Start-up does not wait for it: a thread tries until
 * it has it, and readiness tells.
 */
@ApplicationScoped
public class CurrentKey {

    private static final Logger LOG = Logger.getLogger(CurrentKey.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final SigningKeys keys;
    private final AtomicReference<@Nullable EllipticCurveJsonWebKey> key = new AtomicReference<>();
    private @Nullable Thread loader;

    CurrentKey(SigningKeys keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent event) {
        loader = Thread.ofVirtual().name("signing-key-loader").start(this::loadUntilThere);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loader != null) {
            loader.interrupt();
        }
    }

    /** The key; 503 {@code STARTING} as long as it could not be read. */
    EllipticCurveJsonWebKey get() {
        var known = key.get();
        if (known == null) {
            throw new ProblemException(503, "STARTING", "The signing key is not there yet.").header("Retry-After", "1");
        }
        return known;
    }

    boolean loaded() {
        return key.get() != null;
    }

    private void loadUntilThere() {
        while (!loaded() && !Thread.currentThread().isInterrupted()) {
            try {
                var read = keys.load();
                key.set(read);
                LOG.infof("Signing key %s is in place", read.getKeyId());
            } catch (RuntimeException e) {
                LOG.warnf("The signing key cannot be read yet: %s", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
