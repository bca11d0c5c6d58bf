package io.capitune.auth.signin;

import io.capitune.auth.admission.Admitted;

/** What became of a typed code. */
public sealed interface CodeResult {

    /** Right; what follows is never {@link Admitted.Spent}. */
    record Right(Admitted admitted) implements CodeResult {}

    /** Wrong, with so many tries left at the sign-in that has most. */
    record Wrong(int triesLeft) implements CodeResult {}

    /** Every sign-in of this browser has had its tries. */
    record NoTriesLeft() implements CodeResult {}

    /** This browser has no sign-in that waits for a code. */
    record NothingPending() implements CodeResult {}
}
