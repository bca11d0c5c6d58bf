package io.capitune.auth.factor;

import java.time.Duration;
import java.util.List;

/** What became of a change that wanted a code. */
public sealed interface ChangeResult {

    /** Done; with the new recovery codes where they were renewed. */
    record Done(List<String> recoveryCodes) implements ChangeResult {
        public Done {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "done";
        }
    }

    /** The code was wrong, or used before. */
    record Wrong() implements ChangeResult {}

    /** Nothing was compared: too many tries. */
    record TriesReached(Duration retryAfter) implements ChangeResult {}

    /** There is no app. */
    record NotOn() implements ChangeResult {}

    /** An admin has to keep one second factor. */
    record Required() implements ChangeResult {}
}
