package io.capitune.auth.factor;

import java.util.Optional;

/**
 * Who tries a code.
 *
 * @param source the network address that asks
 * @param trusted what tries are counted by in place of account and network: a browser or session that a second step of this account was made
 *     in before; empty where there is none
 */
public record Guesser(String source, Optional<String> trusted) {

    /** Somebody of whom nothing is known. */
    public static Guesser stranger(String source) {
        return new Guesser(source, Optional.empty());
    }
}
