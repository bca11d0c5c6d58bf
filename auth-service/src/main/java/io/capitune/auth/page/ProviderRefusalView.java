package io.capitune.auth.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.capitune.auth.provider.Provider;

/** Why somebody comes back from a provider, or does not get there, and how to go on. */
public record ProviderRefusalView(Refusal refusal, Provider provider, String next, boolean shared) {

    /** The reasons, each with words of its own. */
    public enum Refusal {
        DENIED,
        UNVERIFIED,
        FAILED,
        OVER
    }

    /** Where the other ways in are. */
    public String loginPath() {
        return "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether the same way may lead in the next time. */
    public boolean again() {
        return refusal == Refusal.DENIED || refusal == Refusal.FAILED;
    }
}
