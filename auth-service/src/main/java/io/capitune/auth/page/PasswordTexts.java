package io.capitune.auth.page;

import io.capitune.auth.password.PasswordRules.Fault;

/** What people are told of a password that will not do. */
final class PasswordTexts {

    private PasswordTexts() {}

    static String of(Fault fault, PasswordMessages texts) {
        return switch (fault) {
            case TOO_SHORT -> texts.tooShort();
            case TOO_LONG -> texts.tooLong();
            case GUESSABLE -> texts.guessable();
        };
    }
}
