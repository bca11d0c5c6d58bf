package io.capitune.auth.provider;

import io.capitune.auth.admission.Admitted;

/** What became of somebody who came back from a provider. */
public sealed interface ProviderResult {

    /** They are who they say; what follows. */
    record Proved(Admitted admitted) implements ProviderResult {}

    /** No sign-in of this browser waits for that answer: it was used, is too old, or began elsewhere. */
    record Over() implements ProviderResult {}

    /** They, or the provider, did not agree. */
    record Denied(String next, boolean shared) implements ProviderResult {}

    /** The provider does not say that the address is theirs, so that it may be anybody's. */
    record Unverified(String next) implements ProviderResult {}

    /** The provider is away, or what came back proves nothing. */
    record Failed(String next, boolean shared) implements ProviderResult {}
}
