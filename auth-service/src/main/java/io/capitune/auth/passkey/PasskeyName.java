package io.capitune.auth.passkey;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What an owner calls a passkey: one line of at most {@link Passkey#NAME_LENGTH} characters. */
public final class PasskeyName {

    private PasskeyName() {}

    /** Reads what was typed; empty when it cannot be a name. */
    public static Optional<String> read(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= Passkey.NAME_LENGTH)
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }
}
