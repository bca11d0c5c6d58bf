package io.capitune.auth.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.random.RandomTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes passwords by Argon2id (RFC 9106) at the strength of OWASP ASVS 5.0 (11.4.2: t=2, m=19 MiB, p=1), and knows bcrypt's hashes
 * from elsewhere. A bounded number at a time, since each takes 19 MiB and a processor. Networks take turns, so that whoever signs in
 * without a pause holds up their own; who comes when too many wait there is told to come back. They have threads of their own: on virtual ones they would keep the carriers from the requests of everybody else.
 */
@ApplicationScoped
public class PasswordHasher {

    private static final String HASHES = "capitune.password.hashes";
    private static final int BCRYPT_READS = 72;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** A hash takes some tens of milliseconds: so many of one network wait for about a second. */
    private static final int WAITING_PER_THREAD = 16;

    /** All wait for as much as so many networks' lines. */
    private static final int LINES = 8;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final String nobodys;
    private final ExecutorService threads;
    private final Turns turns;
    private final Counter argon2Computed;
    private final Counter bcryptComputed;

    PasswordHasher(AuthConfig config, RandomTokens random, MeterRegistry metrics) {
        this.nobodys = argon2.encode(random.token());
        var atOnce = config.password().hashesAtOnce();
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("password-hash-", 0).daemon().factory());
        var longest = atOnce * WAITING_PER_THREAD;
        this.turns = new Turns(longest, LINES * longest);
        this.argon2Computed = metrics.counter(HASHES, "algorithm", "argon2id");
        this.bcryptComputed = metrics.counter(HASHES, "algorithm", "bcrypt");
    }

    /** What became of a comparison. */
    enum Verdict {
        WRONG,
        RIGHT,
        /** Right, and its hash is weaker than those made today. */
        RIGHT_BUT_WEAK
    }

    /**
     * A new hash; 503 {@code BUSY} where too many are being computed.
     *
     * @param source the network address for which
     */
    public String hash(String password, String source) {
        return counted(argon2Computed, source, () -> argon2.encode(normalised(password)));
    }

    /** Compares; without a hash it computes one all the same and is wrong. */
    Verdict compare(String password, @Nullable String hash, String source) {
        return hash != null && hash.startsWith("$2")
                ? counted(bcryptComputed, source, () -> compareBcrypt(password, hash))
                : counted(argon2Computed, source, () -> compareArgon2(password, hash == null ? nobodys : hash));
    }

    private Verdict compareBcrypt(String password, String hash) {
        // Elsewhere nobody normalised.
        if (!bcrypt.matches(password, hash)) {
            return Verdict.WRONG;
        }
        // Its hash stays where not all of it was compared: a slip in the rest would be the password from then on.
        return password.getBytes(StandardCharsets.UTF_8).length > BCRYPT_READS ? Verdict.RIGHT : Verdict.RIGHT_BUT_WEAK;
    }

    private Verdict compareArgon2(String password, String hash) {
        if (!argon2.matches(normalised(password), hash)) {
            return Verdict.WRONG;
        }
        return argon2.upgradeEncoding(hash) ? Verdict.RIGHT_BUT_WEAK : Verdict.RIGHT;
    }

    /** The same password typed on another keyboard is the same (NIST SP 800-63B, 3.1.1.2). Half a character, which no encoding has, becomes a mark. */
    static String normalised(String password) {
        var encodable = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Normalizer.normalize(encodable, Normalizer.Form.NFKC);
    }

    private <T> T counted(Counter computed, String source, Callable<T> hashing) {
        return run(source, () -> {
            computed.increment();
            return hashing.call();
        });
    }

    /** Does something else that keeps a processor as long as a hash does, in its turn; 503 {@code BUSY} where too many wait. */
    <T> T run(String source, Callable<T> work) {
        var task = new FutureTask<>(work);
        if (!turns.add(SourceNetwork.of(source).value(), task)) {
            throw busy();
        }
        threads.execute(() -> turns.next().run());
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed or judged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(503, "BUSY", "Too many sign-ins at once; try again in a moment.")
                .header("Retry-After", "2");
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
