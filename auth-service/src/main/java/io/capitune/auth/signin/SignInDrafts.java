package io.capitune.auth.signin;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;

/** Draws up sign-ins with fresh secrets. */
@ApplicationScoped
public class SignInDrafts {

    private final RandomTokens random;
    private final Codes codes;
    private final Sealer sealer;
    private final AuthConfig.SignIn config;
    private final Clock clock;

    SignInDrafts(RandomTokens random, Codes codes, Sealer sealer, AuthConfig config, Clock clock) {
        this.random = random;
        this.codes = codes;
        this.sealer = sealer;
        this.config = config.signIn();
        this.clock = clock;
    }

    /** What is stored, with the two secrets that only the mail gets. */
    record Draft(SignIn signIn, String token, String code) {}

    /** One whose mail goes, or one that stands for a mail that does not. */
    Draft of(SignInRequest request, boolean mailed) {
        var id = mailed ? random.id() : suppressedId(request.source());
        var token = random.token();
        var code = random.digits(Codes.DIGITS);
        var now = clock.instant();
        var signIn = new SignIn(
                id,
                request.address().value(),
                Hashes.sha256(token),
                Hashes.sha256(request.browser()),
                codes.mac(id, code),
                0,
                request.next().value(),
                request.locale(),
                request.shared(),
                mailed,
                now,
                now.plus(config.validFor()),
                null,
                SignIn.VERSION);
        return new Draft(signIn, token, code);
    }

    // One of a hundred places per network, so that pressing on fills no disk; at random, so that it meets no conflicts.
    private String suppressedId(String source) {
        var network = sealer.mac("signin-suppressed", SourceNetwork.of(source).value());
        return "suppressed-" + network + "-" + random.digits(2);
    }
}
