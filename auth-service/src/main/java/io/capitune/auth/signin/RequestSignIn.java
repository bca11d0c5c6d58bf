package io.capitune.auth.signin;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Begins a sign-in. Whether the address has an account plays no part and is not looked up, so neither the answer nor the work
 * can tell. Beyond the limits a sign-in is stored whose link and code nobody gets.
 */
@ApplicationScoped
public class RequestSignIn {

    private final SignInLimits limits;
    private final SignIns signIns;
    private final SignInMail mail;
    private final Codes codes;
    private final Transactions transactions;
    private final RandomTokens random;
    private final AuthConfig.SignIn config;
    private final Clock clock;
    private final MeterRegistry metrics;

    RequestSignIn(
            SignInLimits limits,
            SignIns signIns,
            SignInMail mail,
            Codes codes,
            Transactions transactions,
            RandomTokens random,
            AuthConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.limits = limits;
        this.signIns = signIns;
        this.mail = mail;
        this.codes = codes;
        this.transactions = transactions;
        this.random = random;
        this.config = config.signIn();
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Stores the sign-in and, within the limits, the wish for its mail, both or none. */
    public void request(SignInRequest request) {
        var browserHash = Hashes.sha256(request.browser());
        var mayMail = limits.allow(request.address(), browserHash, request.source());
        var token = random.token();
        var code = random.digits(Codes.DIGITS);
        var signIn = signIn(request, browserHash, token, code);
        var event = mail.of(signIn, token, code);
        transactions.run(transaction -> {
            signIns.add(transaction, signIn);
            if (mayMail) {
                mail.send(transaction, event);
            }
            return signIn.id();
        });
        metrics.counter("capitune.signins", "step", mayMail ? "requested" : "suppressed")
                .increment();
    }

    private SignIn signIn(SignInRequest request, String browserHash, String token, String code) {
        var id = random.id();
        var now = clock.instant();
        return new SignIn(
                id,
                request.address().value(),
                Hashes.sha256(token),
                browserHash,
                codes.mac(id, code),
                0,
                request.next().value(),
                request.locale(),
                request.shared(),
                now,
                now.plus(config.validFor()),
                null,
                SignIn.VERSION);
    }
}
