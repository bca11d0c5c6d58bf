package io.capitune.auth.provider;

import java.util.Optional;

import io.capitune.auth.account.EmailAddress;

/**
 * What a provider has proved to us about who signed in there.
 *
 * @param issuer the provider's name for itself
 * @param subject its number of the person, the same for good
 * @param address that the provider says it has verified to be theirs; empty where it says nothing of the kind
 */
public record Stated(String issuer, String subject, Optional<EmailAddress> address) {

    @Override
    public String toString() {
        return "what a provider stated";
    }
}
