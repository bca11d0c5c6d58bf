package io.capitune.auth.page;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.password.PasswordFaults;
import io.capitune.platform.page.Pages;

/** Says for how long no more codes or passwords are taken. */
@ApplicationScoped
class Waits {

    private final Pages pages;

    Waits(Pages pages) {
        this.pages = pages;
    }

    String beforeAPassword(Duration retryAfter) {
        var texts = pages.messages(PasswordMessages.class);
        var seconds = PasswordFaults.seconds(retryAfter);
        return seconds < 120 ? texts.tooMany(seconds) : texts.tooManyMinutes((seconds + 59) / 60);
    }

    String afterTooMany(Duration retryAfter) {
        var texts = pages.messages(SecurityMessages.class);
        var minutes = Math.max(1, retryAfter.plusSeconds(59).toMinutes());
        return minutes < 120 ? texts.triesReachedMinutes(minutes) : texts.triesReachedHours((minutes + 59) / 60);
    }
}
