package io.capitune.auth.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form that we store, compare and write to: trimmed, lower case, ASCII, an international domain
 * as punycode. Since mail goes to this very form, whoever reads it owns the account of this form; and since only ASCII is
 * lower-cased, no look-alike letter folds into somebody else's address.
 */
public record EmailAddress(String value) {

    /** RFC 5321 4.5.3.1.3, less the angle brackets. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+" + "(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("not a normalised e-mail address");
        }
    }

    /** Reads what a person typed; empty when it is no address that mail can go to. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed.length() > 2 * MAX_LENGTH || typed.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var trimmed = typed.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            var domain = ascii(trimmed.substring(at + 1));
            var local = trimmed.substring(0, at);
            if (!isAscii(local)) {
                return Optional.empty();
            }
            var value = (local + "@" + domain).toLowerCase(Locale.ROOT);
            return wellFormed(value) ? Optional.of(new EmailAddress(value)) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /**
     * The domain as punycode. Its library knows IDNA2003, by which {@code straße} is {@code strasse}, which is another's domain since
     * IDNA2008: what does not come back as it was, but for its case, is refused.
     */
    private static String ascii(String typed) {
        var ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES);
        var asItWas = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (!isAscii(typed) && !IDN.toUnicode(ascii).toLowerCase(Locale.ROOT).equals(asItWas)) {
            throw new IllegalArgumentException("folds into another domain");
        }
        return ascii;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean wellFormed(String value) {
        var at = value.lastIndexOf('@');
        return at > 0
                && value.length() <= MAX_LENGTH
                && at <= MAX_LOCAL_LENGTH
                && LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }

    @Override
    public String toString() {
        return "an e-mail address";
    }
}
