package io.capitune.notification.letter;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What auth-service seals into {@code account.letter}.
 *
 * @param kind which letter
 * @param details what its words name
 * @param url where its button leads; null where it has none
 * @param validMinutes after which it is of no use; null for always
 */
record AccountContent(
        String kind,
        String email,
        String locale,
        Map<String, String> details,
        @Nullable String url,
        @Nullable Long validMinutes) {

    String detail(String name) {
        return details.getOrDefault(name, "");
    }

    long minutes() {
        return validMinutes == null ? 0 : validMinutes;
    }

    long days() {
        return Duration.ofMinutes(minutes()).toDays();
    }

    @Override
    public String toString() {
        return "an account's letter: " + kind;
    }
}
