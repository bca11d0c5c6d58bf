package io.capitune.cvjob.retention;

import java.time.Instant;

/** What is to be done about a file now. */
sealed interface Decision {

    /** Nothing. */
    record Keep() implements Decision {}

    /** Its owner is to be told that it goes. */
    record Announce(Instant goesAt) implements Decision {}

    /** It was announced to go, and is to stay. */
    record Spare() implements Decision {}

    /** Whether the owner was told is not known yet; it stays until that is. */
    record AskWhetherTold() implements Decision {}

    /** It goes. */
    record Remove() implements Decision {}
}
