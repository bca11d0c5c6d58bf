package io.capitune.auth.factor;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a person typed as their second step; its form tells which of the two it is. */
public sealed interface Typed {

    /** Six digits from an app. */
    record AppCode(String digits) implements Typed {
        @Override
        public String toString() {
            return "an app's code";
        }
    }

    /** A recovery code, in capitals and without its dash. */
    record RecoveryCode(String letters) implements Typed {
        @Override
        public String toString() {
            return "a recovery code";
        }
    }

    /** Reads either, spaces and dashes aside; empty for what can be neither. */
    static Optional<Typed> read(@Nullable String typed) {
        if (typed == null || typed.length() > Forms.LONGEST) {
            return Optional.empty();
        }
        var bare = typed.replaceAll("[\\s\u00a0\u202f-]", "").toUpperCase(Locale.ROOT);
        if (Forms.APP.matcher(bare).matches()) {
            return Optional.of(new AppCode(bare));
        }
        return Forms.RECOVERY.matcher(bare).matches() ? Optional.of(new RecoveryCode(bare)) : Optional.empty();
    }

    /** How the two look. */
    final class Forms {

        private static final int LONGEST = 40;
        private static final Pattern APP = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
        private static final Pattern RECOVERY =
                Pattern.compile("[" + RecoveryCodes.ALPHABET + "]{" + RecoveryCodes.LENGTH + "}");

        private Forms() {}
    }
}
