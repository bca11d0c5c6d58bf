package io.capitune.auth.password;

import io.capitune.auth.password.ForeignHash.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static io.capitune.auth.password.ForeignHash.Judgement.TAKEN;
import static io.capitune.auth.password.ForeignHash.Judgement.TOO_DEAR;
import static io.capitune.auth.password.ForeignHash.Judgement.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever writes a file of accounts has sign-ins take no more time and memory than they may. */
class ForeignHashTest {

    private static final String BCRYPT_END = "abcdefghijklmnopqrstuuM4iHkZL2WBwAIJ8a5OiRXPbHkZ8zVqe";
    private static final String ARGON2_END = "$c29tZXNhbHRzb21lc2FsdA$3Fh5kDs3xrbV0tOCPp7ZtvJsXs0rN4MNAqtVcRtoyhw";

    @Test
    void whatTheUsualLibrariesMakeIsTaken() {
        assertThat(ForeignHash.judge(new BCryptPasswordEncoder(4).encode("girafe")))
                .isEqualTo(TAKEN);
        assertThat(ForeignHash.judge(new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode("girafe")))
                .isEqualTo(TAKEN);
        assertThat(ForeignHash.judge(new Argon2PasswordEncoder(8, 16, 4, 4_096, 3).encode("girafe")))
                .isEqualTo(TAKEN);
    }

    @Test
    void bcryptOfEveryKindIsTakenFromTheCheapestToAboutASecond() {
        for (var kind : new String[] {"2a", "2b", "2y"}) {
            assertThat(bcrypt(kind, "04")).isEqualTo(TAKEN);
            assertThat(bcrypt(kind, "14")).isEqualTo(TAKEN);
            assertThat(bcrypt(kind, "15")).isEqualTo(TOO_DEAR);
            assertThat(bcrypt(kind, "31")).isEqualTo(TOO_DEAR);
            assertThat(bcrypt(kind, "99")).isEqualTo(TOO_DEAR);
            assertThat(bcrypt(kind, "03")).isEqualTo(UNKNOWN);
        }
        assertThat(bcrypt("2x", "10")).isEqualTo(UNKNOWN);
    }

    @Test
    void argon2WantsNoMoreMemoryThanOursAndNoMoreThanEightTimesItsTime() {
        assertThat(argon2("m=19456,t=16,p=1")).isEqualTo(TAKEN);
        assertThat(argon2("m=19457,t=1,p=1")).isEqualTo(TOO_DEAR);
        assertThat(argon2("m=999999,t=1,p=1")).isEqualTo(TOO_DEAR);
        assertThat(argon2("m=19456,t=17,p=1")).isEqualTo(TOO_DEAR);
        assertThat(argon2("m=8,t=999,p=1")).isEqualTo(TOO_DEAR);
        assertThat(argon2("m=19456,t=2,p=17")).isEqualTo(TOO_DEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=0,t=2,p=1",
                "m=7,t=2,p=1",
                "m=8,t=2,p=2",
                "m=64,t=0,p=1",
                "m=64,t=2,p=0",
                "m=-64,t=2,p=1",
                "m=64,t=2",
                "t=2,m=64,p=1",
                "m=4294967296,t=2,p=1"
            })
    void argon2WithoutSenseIsUnknown(String parameters) {
        assertThat(argon2(parameters)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "girafe",
                "$2a$10$tooshort",
                "$1$abc$def",
                "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$3Fh5kDs3xrbV0tOCPp7ZtvJsXs0rN4MNAqtVcRtoyhw",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$3Fh5kDs3xrbV0tOCPp7ZtvJsXs0rN4MNAqtVcRtoyhw",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc$3Fh5kDs3xrbV0tOCPp7ZtvJsXs0rN4MNAqtVcRtoyhw",
                "{bcrypt}$2a$10$abcdefghijklmnopqrstuuM4iHkZL2WBwAIJ8a5OiRXPbHkZ8zVqe"
            })
    void whatIsNoHashOfOursIsUnknown(String hash) {
        assertThat(ForeignHash.judge(hash)).isEqualTo(UNKNOWN);
    }

    @Test
    void aVeryLongOneIsNotEvenLookedAt() {
        assertThat(ForeignHash.judge("$2a$10$" + "a".repeat(100_000))).isEqualTo(UNKNOWN);
    }

    private static Judgement bcrypt(String kind, String cost) {
        return ForeignHash.judge("$" + kind + "$" + cost + "$" + BCRYPT_END);
    }

    private static Judgement argon2(String parameters) {
        return ForeignHash.judge("$argon2id$v=19$" + parameters + ARGON2_END);
    }
}
