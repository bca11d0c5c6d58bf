package io.capitune.auth.imports;

import io.capitune.auth.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What became of a line of the file. */
sealed interface ImportLine {

    /**
     * An account that can be opened.
     *
     * @param hash the password's; null where it has none, or nobody has shown to read the address: whoever chose that password may be
     *     somebody else
     */
    record Wanted(
            EmailAddress email,
            String role,
            String locale,
            @Nullable String hash) implements ImportLine {

        @Override
        public String toString() {
            return "an account to import";
        }
    }

    /**
     * One that is none. Nothing of what stands in the line is told.
     *
     * @param line its number in the file, from 1
     * @param field which of its fields it is; {@code line} for the whole
     */
    record Refused(long line, String field, String why) implements ImportLine {}
}
