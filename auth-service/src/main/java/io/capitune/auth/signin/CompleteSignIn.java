package io.capitune.auth.signin;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.platform.random.Hashes;
import io.micrometer.core.instrument.MeterRegistry;

/** Ends a sign-in: by its link's token, or by the code in the browser that asked. Each sign-in ends once. */
@ApplicationScoped
public class CompleteSignIn {

    private final SignIns signIns;
    private final Codes codes;
    private final Accounts accounts;
    private final int tryLimit;
    private final Clock clock;
    private final MeterRegistry metrics;

    CompleteSignIn(
            SignIns signIns, Codes codes, Accounts accounts, AuthConfig config, Clock clock, MeterRegistry metrics) {
        this.signIns = signIns;
        this.codes = codes;
        this.accounts = accounts;
        this.tryLimit = config.signIn().codeTries();
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What a link's token stands for; looks and changes nothing. */
    public LinkState look(String token) {
        return signIns.byTokenHash(Hashes.sha256(token))
                .<LinkState>map(signIn -> signIn.consumedAt() != null || signIn.expired(clock.instant())
                        ? new LinkState.Over()
                        : new LinkState.Live(signIn))
                .orElseGet(LinkState.Unknown::new);
    }

    /** The sign-in, if this call is the one that ends it. */
    public Optional<SignIn> consume(SignIn signIn) {
        return signIns.consume(signIn.id(), clock.instant());
    }

    /** Tries a code at every sign-in that this browser has under way; a try is taken before the comparison. */
    public CodeResult tryCode(String browser, String code) {
        var now = clock.instant();
        var live = signIns.liveOf(Hashes.sha256(browser), now);
        if (live.isEmpty()) {
            return new CodeResult.NothingPending();
        }
        var fewestTries = Integer.MAX_VALUE;
        for (var candidate : live) {
            var tried = signIns.takeTry(candidate.id(), tryLimit, now);
            if (tried.isPresent()) {
                if (codes.matches(tried.get(), code) && consume(tried.get()).isPresent()) {
                    return new CodeResult.Right(tried.get());
                }
                fewestTries = Math.min(fewestTries, tried.get().tries());
            }
        }
        return fewestTries == Integer.MAX_VALUE
                ? new CodeResult.NoTriesLeft()
                : new CodeResult.Wrong(tryLimit - fewestTries);
    }

    /** The account that a completed sign-in proves; made when it is the first. */
    public Account accountOf(SignIn signIn) {
        var account = accounts.ofOwner(signIn.address(), signIn.locale());
        metrics.counter("capitune.signins", "step", "completed").increment();
        return account;
    }

    /** The browser's newest sign-in that waits. */
    public Optional<SignIn> pending(String browser) {
        return signIns.liveOf(Hashes.sha256(browser), clock.instant()).stream().findFirst();
    }
}
