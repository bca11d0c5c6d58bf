package io.capitune.auth.password;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.platform.error.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes passwords by Argon2id (RFC 9106) at the strength of OWASP ASVS 5.0 (11.4.2: t=2, m=19 MiB, p=1), and knows bcrypt's hashes
 * from elsewhere. A bounded number at a time, since each takes 19 MiB: whoever comes when too many wait is told to come back.
 */
@ApplicationScoped
public class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final String nobodys = argon2.encode("nobody's password");
    private final Semaphore slots;
    private final AuthConfig.Password config;
    private final Counter computed;

    PasswordHasher(AuthConfig config, MeterRegistry metrics) {
        this.config = config.password();
        this.slots = new Semaphore(this.config.hashesAtOnce());
        this.computed = metrics.counter("capitune.password.hashes");
    }

    /** What became of a comparison. */
    enum Verdict {
        WRONG,
        RIGHT,
        /** Right, and its hash is weaker than those made today. */
        RIGHT_BUT_WEAK
    }

    /** A new hash; 503 {@code BUSY} where too many are being computed. */
    public String hash(String password) {
        return counted(() -> argon2.encode(normalised(password)));
    }

    /**
     * Compares; without a hash it computes one all the same and is wrong, so that nobody can tell an account without a password, or no
     * account, by the time that it takes.
     */
    Verdict compare(String password, @Nullable String hash) {
        return counted(() -> {
            if (hash == null) {
                argon2.matches(normalised(password), nobodys);
                return Verdict.WRONG;
            }
            if (hash.startsWith("$2")) {
                // Elsewhere nobody normalised.
                return bcrypt.matches(password, hash) ? Verdict.RIGHT_BUT_WEAK : Verdict.WRONG;
            }
            if (!argon2.matches(normalised(password), hash)) {
                return Verdict.WRONG;
            }
            return argon2.upgradeEncoding(hash) ? Verdict.RIGHT_BUT_WEAK : Verdict.RIGHT;
        });
    }

    /** The same password typed on another keyboard is the same (NIST SP 800-63B, 3.1.1.2). */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T counted(Supplier<T> hashing) {
        if (!taken()) {
            throw new ProblemException(503, "BUSY", "Too many sign-ins at once; try again in a moment.")
                    .header("Retry-After", "2");
        }
        try {
            computed.increment();
            return hashing.get();
        } finally {
            slots.release();
        }
    }

    private boolean taken() {
        try {
            return slots.tryAcquire(config.hashPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
