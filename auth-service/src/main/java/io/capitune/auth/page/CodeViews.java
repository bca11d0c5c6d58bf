package io.capitune.auth.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.signin.SignIn;
import io.capitune.platform.PlatformConfig;
import io.capitune.platform.page.Pages;
import io.capitune.platform.page.Times;
import org.jspecify.annotations.Nullable;

/** Draws up the code step from the sign-in that waits. */
@ApplicationScoped
class CodeViews {

    private final Pages pages;
    private final Times times;
    private final AuthConfig.SignIn config;
    private final boolean local;
    private final Clock clock;

    CodeViews(Pages pages, Times times, AuthConfig config, PlatformConfig platform, Clock clock) {
        this.pages = pages;
        this.times = times;
        this.config = config.signIn();
        this.local = platform.local();
        this.clock = clock;
    }

    CodeView of(SignIn pending) {
        return of(pending, null, false);
    }

    CodeView malformed(SignIn pending) {
        return of(pending, texts().codeMalformed(), false);
    }

    CodeView wrong(SignIn pending, int triesLeft) {
        return triesLeft > 0 ? of(pending, texts().codeWrong(triesLeft), false) : triesReached(pending);
    }

    CodeView triesReached(SignIn pending) {
        return of(pending, null, true);
    }

    private CodeView of(SignIn pending, @Nullable String error, boolean triesReached) {
        var now = clock.instant();
        var resendIn =
                Duration.between(now, pending.createdAt().plus(config.pause())).toSeconds();
        return new CodeView(
                pending.email(),
                pending.next(),
                pending.shared(),
                "/login?next=" + URLEncoder.encode(pending.next(), StandardCharsets.UTF_8),
                times.time(pending.expiresAt()),
                Math.max(1, Duration.between(now, pending.expiresAt()).toMinutes()),
                Math.max(0, resendIn),
                error,
                triesReached,
                local);
    }

    private SignInMessages texts() {
        return pages.messages(SignInMessages.class);
    }
}
