package io.capitune.auth.signin;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.Admitted;
import io.capitune.auth.admission.Proof;
import io.capitune.auth.device.KnownDevices;
import io.capitune.platform.random.Hashes;
import io.micrometer.core.instrument.MeterRegistry;

/** Ends a sign-in: by its link's token, or by the code in the browser that asked. Each sign-in ends once. */
@ApplicationScoped
public class CompleteSignIn {

    private final SignIns signIns;
    private final Codes codes;
    private final Accounts accounts;
    private final Admission admission;
    private final KnownDevices devices;
    private final SignInLimits limits;
    private final int tryLimit;
    private final Clock clock;
    private final MeterRegistry metrics;

    CompleteSignIn(
            SignIns signIns,
            Codes codes,
            Accounts accounts,
            Admission admission,
            KnownDevices devices,
            SignInLimits limits,
            AuthConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.signIns = signIns;
        this.codes = codes;
        this.accounts = accounts;
        this.admission = admission;
        this.devices = devices;
        this.limits = limits;
        this.tryLimit = config.signIn().codeTries();
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What a link's token stands for; looks and changes nothing. */
    public LinkState look(String token) {
        return signIns.byTokenHash(Hashes.sha256(token))
                .<LinkState>map(signIn -> signIn.consumedAt() != null || signIn.expired(clock.instant())
                        ? new LinkState.Over(signIn)
                        : new LinkState.Live(signIn))
                .orElseGet(LinkState.Unknown::new);
    }

    /**
     * Ends the sign-in and lets its owner in, both or neither: a link that led nowhere can be used again. The account is made
     * before, at the first time, since two transactions that make the same one would only be in each other's way.
     *
     * @param shared whether others use this device; the session is a shared one, too, where whoever asked has said so of theirs
     */
    public Admitted enter(SignIn signIn, boolean shared, Proof proof, HttpHeaders headers) {
        if (accounts.moved(signIn.address())) {
            return new Admitted.Moved();
        }
        var now = clock.instant();
        var account = accounts.ofOwner(signIn.address(), signIn.locale());
        var admitted = admission.admit(
                account,
                new Admission.Wish(signIn.next(), shared || signIn.shared(), proof),
                headers,
                transaction -> signIns.consume(transaction, signIn.id(), now));
        if (admitted instanceof Admitted.In) {
            metrics.counter("capitune.signins", "step", "completed").increment();
        }
        return admitted;
    }

    /**
     * Tries a code at every sign-in that this browser has under way; a try is taken before the comparison.
     *
     * @param source the network address that asks
     */
    public CodeResult tryCode(String browser, String code, String source, HttpHeaders headers) {
        var waiting = waiting(browser);
        if (waiting.isEmpty()) {
            return new CodeResult.NothingPending();
        }
        var fewestTries = Integer.MAX_VALUE;
        for (var candidate : waiting) {
            var tried = signIns.takeTry(candidate.id(), tryLimit, clock.instant());
            if (tried.isPresent() && limits.allowCode(candidate, device(candidate, headers), source)) {
                var right = tried.filter(it -> codes.matches(it, code) && it.mailed())
                        .map(it -> enter(it, false, Proof.CODE, headers))
                        .filter(it -> !(it instanceof Admitted.Spent));
                if (right.isPresent()) {
                    return new CodeResult.Right(right.get());
                }
                fewestTries = Math.min(fewestTries, tried.get().tries());
            }
        }
        return fewestTries == Integer.MAX_VALUE
                ? new CodeResult.NoTriesLeft()
                : new CodeResult.Wrong(tryLimit - fewestTries);
    }

    private Optional<String> device(SignIn signIn, HttpHeaders headers) {
        var accountId = accounts.byEmail(signIn.address()).map(Account::id).orElse(Accounts.NOBODY);
        return devices.known(accountId, headers);
    }

    /** The browser's newest sign-in that waits. */
    public Optional<SignIn> pending(String browser) {
        return waiting(browser).stream().max(Comparator.comparing(SignIn::createdAt));
    }

    // A suppressed one only stands in where its address has no mail on the way to this browser.
    private List<SignIn> waiting(String browser) {
        var live = signIns.liveOf(Hashes.sha256(browser), clock.instant());
        var mailed = live.stream().filter(SignIn::mailed).map(SignIn::email).collect(Collectors.toSet());
        return live.stream()
                .filter(signIn -> signIn.mailed() || !mailed.contains(signIn.email()))
                .toList();
    }
}
