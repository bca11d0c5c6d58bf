package io.capitune.auth.factor;

import java.time.Duration;

/** What became of a second step. */
public sealed interface StepResult {

    /** Right, and used up. */
    record Right() implements StepResult {}

    /** The account has no second step. */
    record NotNeeded() implements StepResult {}

    /** It has one, and no code was given. */
    record Missing() implements StepResult {}

    /** Wrong, or used before. */
    record Wrong() implements StepResult {}

    /** Nothing was compared: too many tries; there are some again after {@code retryAfter}. */
    record TriesReached(Duration retryAfter) implements StepResult {}

    /** An admin who has no app: the passkey, or the app's set-up, wants the sign-in page. */
    record OnlyInBrowser() implements StepResult {}
}
