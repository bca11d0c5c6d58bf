package io.capitune.auth.imports;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.imports.ImportLine.Refused;
import io.capitune.auth.imports.ImportLine.Wanted;
import io.capitune.auth.password.ForeignHash;
import io.capitune.platform.security.Languages;
import org.jspecify.annotations.Nullable;

/** Reads a line of the file: a JSON object with an address, and whatever else an account has. */
final class LineReader {

    private static final Set<String> FIELDS = Set.of("email", "emailVerified", "role", "locale", "passwordHash");
    private static final Set<String> ROLES = Set.of(Account.CANDIDATE, Account.PROFESSIONAL);
    private static final String LOCALE = "[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}";

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private LineReader() {}

    static ImportLine read(long number, String line) {
        try {
            return wanted(JSON.readTree(line));
        } catch (JsonProcessingException notJson) {
            return new Refused(number, "line", "This is no JSON object.");
        } catch (Fault fault) {
            return new Refused(number, fault.field, fault.why);
        }
    }

    private static Wanted wanted(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new Fault("line", "This is no JSON object.");
        }
        json.fieldNames().forEachRemaining(LineReader::known);
        var email = text(json, "email")
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> new Fault("email", "This is no e-mail address."));
        var hash = text(json, "passwordHash").map(LineReader::hash);
        var role = text(json, "role").orElse(Account.CANDIDATE);
        if (!ROLES.contains(role)) {
            throw new Fault("role", "candidate or professional; administrators are made, never imported.");
        }
        var locale = text(json, "locale").orElse("fr");
        if (!locale.matches(LOCALE)) {
            throw new Fault("locale", "This is no language such as fr or en.");
        }
        return new Wanted(
                email,
                role,
                Languages.of(locale.replace('_', '-')).getLanguage(),
                verified(json) ? hash.orElse(null) : null);
    }

    private static void known(String field) {
        if (!FIELDS.contains(field)) {
            // Named only where it is surely a name: a line's contents are told to nobody.
            throw new Fault(field.matches("[A-Za-z_]{1,30}") ? field : "line", "Accounts have no such field.");
        }
    }

    private static String hash(String hash) {
        return switch (ForeignHash.judge(hash)) {
            case TAKEN -> hash;
            case UNKNOWN -> throw new Fault("passwordHash", "This is no hash of bcrypt or Argon2id.");
            case TOO_DEAR ->
                throw new Fault(
                        "passwordHash", "Comparing with this hash would take more time or memory than a sign-in may.");
        };
    }

    private static boolean verified(JsonNode json) {
        var verified = json.get("emailVerified");
        if (verified == null || verified.isNull()) {
            return false;
        }
        if (!verified.isBoolean()) {
            throw new Fault("emailVerified", "true or false.");
        }
        return verified.booleanValue();
    }

    private static Optional<String> text(JsonNode json, String field) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new Fault(field, "This is no text.");
        }
        return Optional.of(value.textValue());
    }

    /** What is wrong with a field. */
    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String why;

        private Fault(String field, String why) {
            super(field, null, false, false);
            this.field = field;
            this.why = why;
        }
    }
}
