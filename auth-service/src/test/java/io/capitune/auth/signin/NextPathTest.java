package io.capitune.auth.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NextPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/cv", "/cv/abc?x=1&y=%2F#top", "/generate?from=%2F%2Fevil", "/cv?u=https://evil.example"})
    void pathOfThisSiteIsKept(String next) {
        assertThat(NextPath.of(next).value()).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cv",
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/cv\r\nSet-Cookie: a=b",
                " /cv",
                "/c v",
                "javascript:alert(1)",
                "http:/evil.example",
                "/é",
                "/%",
                "/login?next=/login",
                "/logout",
                "/api/auth/logout",
                "/internal/session",
                "/\u0000",
                "?next",
                "#"
            })
    void anythingElseBecomesTheDefault(String next) {
        assertThat(NextPath.of(next)).isEqualTo(NextPath.DEFAULT);
    }

    @Test
    void nothingAndTooMuchBecomeTheDefault() {
        assertThat(NextPath.of(null)).isEqualTo(NextPath.DEFAULT);
        assertThat(NextPath.of("/" + "a".repeat(2000))).isEqualTo(NextPath.DEFAULT);
    }

    @Test
    void languageSwitchMayComeBackToTheSignInPageButNotElsewhere() {
        assertThat(NextPath.sameSite("/login?next=%2Fcv", "/")).isEqualTo("/login?next=%2Fcv");
        assertThat(NextPath.sameSite("//evil.example", "/")).isEqualTo("/");
        assertThat(NextPath.sameSite(null, "/")).isEqualTo("/");
    }
}
