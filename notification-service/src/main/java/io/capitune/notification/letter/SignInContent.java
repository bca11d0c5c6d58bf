package io.capitune.notification.letter;

import org.jspecify.annotations.Nullable;

/**
 * What auth-service seals into {@code signin.requested}.
 *
 * @param validMinutes how long link and code are good for, from the event on
 */
record SignInContent(
        String email,
        String url,
        String code,
        String locale,
        @Nullable Long validMinutes) {

    // What older auth-services mean without saying it.
    private static final long UNSAID_MINUTES = 10;

    long minutes() {
        return validMinutes == null ? UNSAID_MINUTES : validMinutes;
    }

    @Override
    public String toString() {
        return "a sign-in";
    }
}
