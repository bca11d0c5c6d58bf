package io.capitune.auth.signin;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;

/** Draws up sign-ins with fresh secrets. */
@ApplicationScoped
public class SignInDrafts {

    private final RandomTokens random;
    private final Codes codes;
    private final AuthConfig.SignIn config;
    private final Clock clock;

    SignInDrafts(RandomTokens random, Codes codes, AuthConfig config, Clock clock) {
        this.random = random;
        this.codes = codes;
        this.config = config.signIn();
        this.clock = clock;
    }

    /** What is stored, with the two secrets that only the mail gets. */
    record Draft(SignIn signIn, String token, String code) {}

    Draft of(SignInRequest request) {
        var id = random.id();
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
                now,
                now.plus(config.validFor()),
                null,
                SignIn.VERSION);
        return new Draft(signIn, token, code);
    }
}
