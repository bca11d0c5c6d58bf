package io.capitune.auth.admission;

import java.time.Duration;

/** What became of the second step of a sign-in that waits. */
public sealed interface SecondStepResult {

    /** Right, and used up; what follows is never {@link Admitted.Spent}. */
    record Right(Admitted admitted) implements SecondStepResult {}

    /** Wrong, or used before; with so many tries left here. */
    record Wrong(int triesLeft) implements SecondStepResult {}

    /** The account's codes take no more tries for so long; nothing was compared. */
    record TriesReached(Duration retryAfter) implements SecondStepResult {}

    /** No sign-in waits in this browser, or it has had its tries: one begins anew. */
    record NothingPending() implements SecondStepResult {}
}
