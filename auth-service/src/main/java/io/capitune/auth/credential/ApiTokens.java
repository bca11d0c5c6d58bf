package io.capitune.auth.credential;

/** What an API client goes on with: a token for some minutes, and one that is exchanged for the next pair, once. */
public record ApiTokens(String token, String refreshToken) {

    @Override
    public String toString() {
        return "tokens";
    }
}
