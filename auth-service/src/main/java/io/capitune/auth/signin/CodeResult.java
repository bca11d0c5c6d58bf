package io.capitune.auth.signin;

/** What became of a typed code. */
public sealed interface CodeResult {

    /** Right: the person is in. */
    record Right(Entry entry) implements CodeResult {}

    /** Wrong, with so many tries left at the sign-in that has most. */
    record Wrong(int triesLeft) implements CodeResult {}

    /** Every sign-in of this browser has had its tries. */
    record NoTriesLeft() implements CodeResult {}

    /** This browser has no sign-in that waits for a code. */
    record NothingPending() implements CodeResult {}
}
