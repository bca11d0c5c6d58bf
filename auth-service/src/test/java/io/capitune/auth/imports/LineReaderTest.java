package io.capitune.auth.imports;

import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.imports.ImportLine.Refused;
import io.capitune.auth.imports.ImportLine.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LineReaderTest {

    private static final String BCRYPT = "$2y$10$abcdefghijklmnopqrstuuM4iHkZL2WBwAIJ8a5OiRXPbHkZ8zVqe";

    @Test
    void addressAloneIsACandidateWhoReadsFrench() {
        assertThat(LineReader.read(1, "{\"email\":\" Camille@Exemple.FR \"}"))
                .isEqualTo(new Wanted(new EmailAddress("camille@exemple.fr"), "candidate", "fr", null));
    }

    @Test
    void everyFieldIsTakenAsItIs() {
        var line = "{\"email\":\"a@exemple.fr\",\"emailVerified\":true,\"role\":\"professional\",\"locale\":\"en_GB\","
                + "\"passwordHash\":\"" + BCRYPT + "\"}";
        assertThat(LineReader.read(1, line))
                .isEqualTo(new Wanted(new EmailAddress("a@exemple.fr"), "professional", "en", BCRYPT));
    }

    @Test
    void whatIsNullIsAbsent() {
        var line =
                "{\"email\":\"a@exemple.fr\",\"emailVerified\":null,\"role\":null,\"locale\":null,\"passwordHash\":null}";
        assertThat(LineReader.read(1, line))
                .isEqualTo(new Wanted(new EmailAddress("a@exemple.fr"), "candidate", "fr", null));
    }

    @Test
    void passwordOfAnAddressThatNobodyHasShownToReadIsNotTaken() {
        for (var verified : new String[] {"", "\"emailVerified\":false,", "\"emailVerified\":null,"}) {
            var line = "{" + verified + "\"email\":\"a@exemple.fr\",\"passwordHash\":\"" + BCRYPT + "\"}";
            assertThat(LineReader.read(1, line))
                    .isInstanceOfSatisfying(
                            Wanted.class, wanted -> assertThat(wanted.hash()).isNull());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "email; {}",
                "email; {\"email\":null}",
                "email; {\"email\":\"nobody\"}",
                "email; {\"email\":\"a@exemple.fr\\u0000\"}",
                "email; {\"email\":[\"a@exemple.fr\"]}",
                "role; {\"email\":\"a@exemple.fr\",\"role\":\"admin\"}",
                "role; {\"email\":\"a@exemple.fr\",\"role\":\"ADMIN\"}",
                "role; {\"email\":\"a@exemple.fr\",\"role\":[\"candidate\",\"admin\"]}",
                "roles; {\"email\":\"a@exemple.fr\",\"roles\":[\"admin\"]}",
                "locale; {\"email\":\"a@exemple.fr\",\"locale\":\"français\"}",
                "emailVerified; {\"email\":\"a@exemple.fr\",\"emailVerified\":\"true\"}",
                "emailVerified; {\"email\":\"a@exemple.fr\",\"emailVerified\":1}",
                "passwordHash; {\"email\":\"a@exemple.fr\",\"passwordHash\":\"girafe\"}",
                "passwordHash; {\"email\":\"a@exemple.fr\",\"passwordHash\":{\"$gt\":\"\"}}",
                "passwordHash; {\"email\":\"a@exemple.fr\",\"passwordHash\":\"$2a$31$abcdefghijklmnopqrstuuM4iHkZL2WBwAIJ8a5OiRXPbHkZ8zVqe\"}",
                "name; {\"email\":\"a@exemple.fr\",\"name\":\"Camille\"}",
                "line; {\"email\":\"a@exemple.fr\",\"b@exemple.fr\":1}",
                "line; {\"email\":\"a@exemple.fr\",\"email\":\"b@exemple.fr\"}",
                "line; {\"email\":\"a@exemple.fr\"} {\"email\":\"b@exemple.fr\"}",
                "line; {\"email\":\"a@exemple.fr\"",
                "line; [\"a@exemple.fr\"]",
                "line; a@exemple.fr",
                "line; NaN",
                "line; ''",
                "line; null"
            })
    void hostileAndBrokenLinesAreRefusedByTheirNumberAndField(String field, String line) {
        assertThat(LineReader.read(42, line)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.line()).isEqualTo(42);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.why()).doesNotContain("exemple", "$", "Camille", "girafe");
        });
    }

    @Test
    void aLineOfBracketsIsNoError() {
        assertThat(LineReader.read(1, "[".repeat(2_000))).isInstanceOf(Refused.class);
        assertThat(LineReader.read(1, "{\"email\":" + "[".repeat(1_900))).isInstanceOf(Refused.class);
    }
}
