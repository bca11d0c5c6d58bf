package io.capitune.auth.password;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What is hard to guess so far gets no easier by more; judging a hostile one takes as long as a hash, and ten times that for a few more. */
    private static final int JUDGED = 20;

    /** Of zxcvbn's 0 to 4: what is guessed in a million tries is below. */
    private static final int LEAST_SCORE = 2;

    /** A part of an address that is shorter tells nobody a password. */
    private static final int TELLING = 3;

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final PasswordHasher threads;

    PasswordRules(PasswordHasher threads) {
        this.threads = threads;
    }

    /** What is wrong with one. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        GUESSABLE
    }

    /**
     * What is wrong with the password for an account of this address; empty where nothing is. Judging costs as much as hashing, so
     * whoever comes here was counted before.
     *
     * @param source the network address for which
     * @throws io.capitune.platform.error.ProblemException 503 {@code BUSY} where too many are being judged or hashed
     */
    public Optional<Fault> fault(String typed, EmailAddress address, boolean admin, String source) {
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
        return threads.run(source, () -> isGuessable(password, address))
                ? Optional.of(Fault.GUESSABLE)
                : Optional.empty();
    }

    private boolean isGuessable(String password, EmailAddress address) {
        var beginning = password.substring(0, Math.min(password.length(), JUDGED));
        return zxcvbn.measure(beginning, known(address.value())).getScore() < LEAST_SCORE;
    }

    /** What somebody tries first who knows the address: it, what stands before and after the @, and their parts, with separators and without. */
    private static List<String> known(String address) {
        var local = address.substring(0, address.lastIndexOf('@'));
        var domain = address.substring(local.length() + 1);
        var whole = Stream.of(address, local, domain).flatMap(text -> Stream.of(text, text.replaceAll("[@.+_-]", "")));
        var parts = Stream.of(address.split("[@.+_-]"));
        return Stream.concat(Stream.concat(whole, parts), Stream.of("capitune"))
                .filter(text -> text.length() >= TELLING)
                .distinct()
                .toList();
    }
}
