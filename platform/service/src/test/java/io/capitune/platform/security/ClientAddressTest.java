package io.capitune.platform.security;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTest {

    @Test
    void whomTheGatewaySpeaksWithIsTheCaller() {
        assertThat(ClientAddress.of(List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of(List.of("2001:db8::1"))).isEqualTo("2001:db8::1");
    }

    @Test
    void ourOwnProxyIsNotTheCallerNorIsWhatTheCallerClaims() {
        assertThat(ClientAddress.of(List.of("198.51.100.1", "203.0.113.7", "10.0.0.2")))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void inAnOfficeAllAddressesArePrivate() {
        assertThat(ClientAddress.of(List.of("192.168.1.20", "10.0.0.2"))).isEqualTo("192.168.1.20");
    }

    @Test
    void garbageIsKeptAsItIs() {
        assertThat(ClientAddress.of(List.of("localhost.evil.example"))).isEqualTo("localhost.evil.example");
    }
}
