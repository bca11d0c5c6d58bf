package io.capitune.auth.admission;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import com.mongodb.client.ClientSession;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.cookie.HostCookie;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Draws up sign-ins that wait, and finds the one of a browser. */
@ApplicationScoped
class Waiting {

    private final PendingSignIns pending;
    private final RandomTokens random;
    private final Clock clock;
    private final Duration waitsFor;
    private final int tryLimit;
    private final HostCookie cookie;

    Waiting(
            PendingSignIns pending,
            RandomTokens random,
            Clock clock,
            AuthConfig config,
            @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.pending = pending;
        this.random = random;
        this.clock = clock;
        this.waitsFor = config.secondFactor().waitsFor();
        this.tryLimit = config.secondFactor().triesPerSignIn();
        this.cookie = new HostCookie("second-step", publicUrl);
    }

    /** What is stored, and the cookie that alone leads back to it. */
    record Begun(PendingSignIn signIn, NewCookie cookie) {}

    Begun begin(Account account, Admission.Wish wish) {
        var secret = random.token();
        var now = clock.instant();
        var signIn = new PendingSignIn(
                random.id(),
                Hashes.sha256(secret),
                account.id(),
                wish.next(),
                wish.shared(),
                wish.proof(),
                wish.identityId(),
                0,
                now,
                now.plus(waitsFor),
                null,
                PendingSignIn.VERSION);
        return new Begun(signIn, cookie.keep(secret, waitsFor));
    }

    /** Has it wait, with the transaction. */
    void store(ClientSession transaction, Begun begun) {
        pending.add(transaction, begun.signIn());
    }

    /** The one that waits in this browser and has tries left. */
    Optional<PendingSignIn> of(HttpHeaders headers) {
        return cookie.in(headers)
                .flatMap(secret -> pending.bySecretHash(Hashes.sha256(secret), clock.instant()))
                .filter(signIn -> signIn.tries() < tryLimit);
    }

    /** Takes one of its tries, before anything is compared; how many are left then, or empty when there was none. */
    Optional<Integer> takeTry(PendingSignIn signIn) {
        return pending.takeTry(signIn.id(), tryLimit, clock.instant()).map(taken -> tryLimit - taken.tries());
    }

    /** Ends it; of any number of simultaneous transactions one gets it. */
    boolean end(ClientSession transaction, PendingSignIn signIn) {
        return pending.consume(transaction, signIn.id(), clock.instant());
    }
}
