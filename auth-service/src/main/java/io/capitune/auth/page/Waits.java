package io.capitune.auth.page;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.page.Pages;

/** Says for how long no more codes are taken. */
@ApplicationScoped
class Waits {

    private final Pages pages;

    Waits(Pages pages) {
        this.pages = pages;
    }

    String afterTooMany(Duration retryAfter) {
        var texts = pages.messages(SecurityMessages.class);
        var minutes = Math.max(1, retryAfter.plusSeconds(59).toMinutes());
        return minutes < 120 ? texts.triesReachedMinutes(minutes) : texts.triesReachedHours((minutes + 59) / 60);
    }
}
