package io.capitune.auth.cookie;

import java.time.Duration;

import jakarta.ws.rs.core.NewCookie;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostCookieTest {

    private static final String SECRET = "A".repeat(43);

    @Test
    void overTlsItIsSecureAndBoundToTheHost() {
        var cookie = new HostCookie("session", "https://capitune.exemple").keep(SECRET, Duration.ofDays(30));
        assertThat(cookie.getName()).isEqualTo("__Host-session");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
    }

    @Test
    void onPlainHttpItHasItsBareName() {
        var cookie = new HostCookie("session", "http://localhost:8080").untilClosed(SECRET);
        assertThat(cookie.getName()).isEqualTo("session");
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.getMaxAge()).isEqualTo(NewCookie.DEFAULT_MAX_AGE);
    }
}
