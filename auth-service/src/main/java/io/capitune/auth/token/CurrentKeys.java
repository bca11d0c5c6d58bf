package io.capitune.auth.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.capitune.auth.AuthConfig;
import io.capitune.platform.error.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys in memory, so that MongoDB may go away once they were read. Start-up does not wait for them: a thread reads them again
 * and again, and readiness tells whether they are there.
 */
@ApplicationScoped
public class CurrentKeys {

    private static final Logger LOG = Logger.getLogger(CurrentKeys.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final SigningKeys keys;
    private final Duration reread;
    private final AtomicReference<@Nullable KeyRing> ring = new AtomicReference<>();
    private @Nullable Thread tender;

    CurrentKeys(SigningKeys keys, AuthConfig config) {
        this.keys = keys;
        this.reread = config.keys().reread();
    }

    void start(@Observes StartupEvent event) {
        tender = Thread.ofVirtual().name("signing-keys").start(this::tend);
    }

    void stop(@Observes ShutdownEvent event) {
        if (tender != null) {
            tender.interrupt();
        }
    }

    /** The key that signs; 503 {@code STARTING} as long as none could be read. */
    EllipticCurveJsonWebKey signing() {
        return known().signing();
    }

    /** What verifiers are to know; 503 {@code STARTING} as long as none could be read. */
    List<EllipticCurveJsonWebKey> published() {
        return known().published();
    }

    boolean loaded() {
        return ring.get() != null;
    }

    /** Reads them now; one at a time, so that no older reading comes to stand over a newer one. */
    synchronized void refresh() {
        var read = keys.tend();
        var before = ring.getAndSet(read);
        var id = read.signing().getKeyId();
        if (before == null || !before.signing().getKeyId().equals(id)) {
            LOG.infof("Signing key %s is in place", id);
        }
    }

    private KeyRing known() {
        var known = ring.get();
        if (known == null) {
            throw new ProblemException(503, "STARTING", "The signing key is not there yet.").header("Retry-After", "1");
        }
        return known;
    }

    private void tend() {
        while (!Thread.currentThread().isInterrupted()) {
            pause(refreshed() ? reread : RETRY);
        }
    }

    private boolean refreshed() {
        try {
            refresh();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("The signing keys cannot be read: %s", e.getMessage());
            return false;
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
