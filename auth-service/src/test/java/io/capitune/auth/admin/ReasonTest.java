package io.capitune.auth.admin;

import io.capitune.platform.error.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReasonTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "         ",
                "too short",
                "  spaces   ",
                "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b",
                "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b"
            })
    void whatSaysNothingIsNoReason(String typed) {
        assertThatThrownBy(() -> Reason.required(typed)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.pointer()).isEqualTo("/reason"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asked by camille@exemple.fr on the phone",
                "écrit à Zoé.Durand+cv@sous.exemple.co.uk hier",
                "(marc@exemple.fr)"
            })
    void anAddressIsRefusedSinceTheLogKeepsItForGood(String typed) {
        assertThatThrownBy(() -> Reason.optional(typed)).isInstanceOf(ProblemException.class);
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertThat(Reason.required("😀".repeat(10)).text()).hasSize(20);
        assertThat(Reason.required("x".repeat(500)).text()).hasSize(500);
        assertThatThrownBy(() -> Reason.required("x".repeat(501))).isInstanceOf(ProblemException.class);
    }

    @Test
    void linesAreKeptAndWhatTurnsTextAroundIsNot() {
        assertThat(Reason.required(" First line\r\nsecond \u202eline\u0007 ").text())
                .isEqualTo("First line\nsecond line");
    }

    @Test
    void whatHarmsNobodyNeedsNoReason() {
        assertThat(Reason.optional(null).text()).isEmpty();
        assertThat(Reason.optional("  ").text()).isEmpty();
    }
}
