package io.capitune.auth.passkey;

/** What became of a passkey about to be added. */
public sealed interface RegisterResult {

    record Added(Passkey passkey) implements RegisterResult {}

    /** The browser's answer is not what was asked for, or comes too late. */
    record Refused() implements RegisterResult {}

    /** It is registered already, with this account or another. */
    record Known() implements RegisterResult {}

    /** The account has as many as it may. */
    record TooMany() implements RegisterResult {}
}
