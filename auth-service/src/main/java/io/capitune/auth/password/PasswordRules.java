package io.capitune.auth.password;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.capitune.auth.account.EmailAddress;

/**
 * What a password has to be (OWASP ASVS 5.0, 6.2): long enough, whatever its characters, and neither common nor close to the
 * address. How common is judged by zxcvbn and the lists that it brings.
 */
@ApplicationScoped
public class PasswordRules {

    public static final int SHORTEST = 8;
    public static final int SHORTEST_OF_ADMINS = 15;
    public static final int LONGEST = 128;

    /** Beyond these, guesses do not get fewer, and judging takes ever longer. */
    private static final int JUDGED = 32;

    /** Of zxcvbn's 0 to 4: what is guessed in a million tries is below. */
    private static final int LEAST_SCORE = 2;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /** What is wrong with one. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        GUESSABLE
    }

    /** What is wrong with the password for an account of this address; empty where nothing is. */
    public Optional<Fault> fault(String typed, EmailAddress address, boolean admin) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        var password = PasswordHasher.normalised(typed);
        var length = password.codePointCount(0, password.length());
        if (length < (admin ? SHORTEST_OF_ADMINS : SHORTEST)) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        return isGuessable(password, address) ? Optional.of(Fault.GUESSABLE) : Optional.empty();
    }

    private boolean isGuessable(String password, EmailAddress address) {
        var beginning = password.substring(0, Math.min(password.length(), JUDGED));
        var parts = address.value().split("[@.+_-]");
        var known = List.of(parts[0], parts[parts.length - 2], address.value(), "capitune", String.join("", parts));
        return zxcvbn.measure(beginning, known).getScore() < LEAST_SCORE;
    }
}
