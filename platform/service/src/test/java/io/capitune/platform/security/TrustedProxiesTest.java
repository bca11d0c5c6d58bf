package io.capitune.platform.security;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrustedProxiesTest {

    private static final String GATEWAY = "127.0.0.1";
    private static final List<String> NONE = List.of();
    // What ends TLS, and a network of a content delivery's.
    private static final List<String> TWO = List.of("10.0.0.5", "203.0.113.0/24", "2001:db8:cd::/48");

    private static String caller(List<String> proxies, String peer, String... forwarded) {
        return new TrustedProxies(proxies).caller(peer, List.of(forwarded)).getHostAddress();
    }

    @Test
    void whomTheGatewaySpeaksWithIsTheCaller() {
        assertThat(caller(NONE, GATEWAY, "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(caller(NONE, "::1", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void whoeverComesPastTheGatewayIsWhoTheyAre() {
        assertThat(caller(NONE, GATEWAY)).isEqualTo(GATEWAY);
        assertThat(caller(NONE, "203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
        assertThat(caller(TWO, "10.0.0.6", "198.51.100.1"))
                .as("a neighbour of the proxy")
                .isEqualTo("10.0.0.6");
    }

    @Test
    void gatewayOnAnotherMachineIsATrustedProxy() {
        assertThat(caller(List.of("10.0.0.0/30"), "10.0.0.2", "198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void whatTheCallerClaimsStandsBeforeItsOwnAddressAndIsNotBelieved() {
        assertThat(caller(TWO, GATEWAY, "198.51.100.1", "192.0.2.7", "10.0.0.5"))
                .isEqualTo("192.0.2.7");
        assertThat(caller(TWO, GATEWAY, "10.0.0.5", "192.0.2.7", "10.0.0.5"))
                .as("claims to be the proxy")
                .isEqualTo("192.0.2.7");
    }

    @Test
    void twoTrustedHopsAreNeitherOfThemTheCaller() {
        assertThat(caller(TWO, GATEWAY, "198.51.100.1", "192.0.2.7", "203.0.113.200", "10.0.0.5"))
                .isEqualTo("192.0.2.7");
        assertThat(caller(TWO, GATEWAY, "2001:db8:a::7", "2001:db8:cd:1::9", "10.0.0.5"))
                .isEqualTo("2001:db8:a:0:0:0:0:7");
    }

    @Test
    void privateNetworksAreTrustedNoMoreThanOthers() {
        assertThat(caller(NONE, GATEWAY, "198.51.100.1", "192.168.1.20")).isEqualTo("192.168.1.20");
        assertThat(caller(TWO, GATEWAY, "198.51.100.1", "192.168.1.20", "10.0.0.5"))
                .isEqualTo("192.168.1.20");
        assertThat(caller(TWO, GATEWAY, "198.51.100.1", "127.0.0.1", "10.0.0.5"))
                .as("who sits on the proxy's machine")
                .isEqualTo("127.0.0.1");
    }

    @Test
    void addressOfIpv4InIpv6IsTheOneOfIpv4() {
        assertThat(caller(TWO, "::ffff:127.0.0.1", "::ffff:192.0.2.7", "::ffff:10.0.0.5"))
                .isEqualTo("192.0.2.7");
        assertThat(caller(TWO, "::ffff:10.0.0.5", "192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void whereAllAreProxiesItIsTheFirst() {
        assertThat(caller(TWO, GATEWAY, "203.0.113.9", "10.0.0.5")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7:40000, 192.0.2.7",
        "[2001:db8::1]:443, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
    })
    void portThatAProxyWroteGivesNobodyManyAddresses(String hop, String address) {
        assertThat(caller(TWO, GATEWAY, hop, "10.0.0.5")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "_hidden", "localhost", "evil.example", "192.0.2.7 10.0.0.5", "1.2.3.4:x", "::g"})
    void whereAProxyDoesNotSayWhomItSpokeWithItIsTheProxy(String junk) {
        assertThat(caller(TWO, GATEWAY, "198.51.100.1", junk, "10.0.0.5")).isEqualTo("10.0.0.5");
        assertThat(caller(TWO, GATEWAY, junk)).isEqualTo(GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.org",
                "10.0.0.0/33",
                "10.0.0.0/x",
                "10.0.0.0/-1",
                "2001:db8::/129",
                "10.0.0.1/24/2"
            })
    void settingThatIsNoNetworkIsNamed(String written) {
        assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.5", written)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capitune.trusted-proxies")
                .hasMessageContaining(written);
    }
}
