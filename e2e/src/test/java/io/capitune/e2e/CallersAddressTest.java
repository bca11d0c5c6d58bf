package io.capitune.e2e;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Front;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** By whose address limits count what comes through the gateway, and that nobody chooses it. Each test has addresses of its own. */
class CallersAddressTest {

    private static final int TRIES = AuthReplicas.PER_SOURCE + 4;
    private static final Map<String, String> GUESS =
            Map.of("grant_type", "client_credentials", "client_id", "operator", "client_secret", "a guess");

    // A delivery network before something on the gateway's machine that ends TLS.
    private static final String DELIVERY = "203.0.113.200";
    private static final String PROXIES = "127.0.0.1,203.0.113.0/24,2001:db8:cd::/48";

    private static final Front OPEN = Front.start(3, "");
    private static final Front BEHIND = Front.start(4, PROXIES);

    @AfterAll
    static void stop() {
        OPEN.close();
        BEHIND.close();
    }

    private static List<Integer> tries(IntFunction<Visitor> visitor) {
        return Crowd.atOnce(
                TRIES, i -> visitor.apply(i).postForm("/api/auth/token", GUESS).status());
    }

    private static void assertOneSource(List<Integer> statuses) {
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(AuthReplicas.PER_SOURCE);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(TRIES - AuthReplicas.PER_SOURCE);
    }

    /** What two proxies make of a request, which writes something into the header itself. */
    private static Visitor through(String claimed, String caller) {
        return BEHIND.visitor().with("X-Forwarded-For", String.join(", ", claimed, caller, DELIVERY));
    }

    @Test
    void headersFromOutsideChangeNothingWhereNoProxyIsTrusted() {
        var names = List.of("X-Forwarded-For", "X-Client-Address", "X-Real-Ip", "X_Forwarded_For");

        assertOneSource(tries(i -> {
            var visitor = OPEN.visitor();
            names.forEach(name -> visitor.with(name, "198.51.100." + i));
            return visitor.with("Forwarded", "for=198.51.100." + i);
        }));
    }

    @Test
    void whatACallerClaimsChangesNothingBehindTwoTrustedProxies() {
        assertOneSource(tries(i -> through("198.51.100." + i, "192.0.2.7")));
    }

    @Test
    void claimToBeAProxyChangesNothing() {
        assertOneSource(tries(i -> through("198.51.100." + i + ", 203.0.113." + i, "192.0.2.8")));
    }

    @Test
    void callersBehindTheSameProxiesAreApart() {
        assertThat(tries(i -> through("198.51.100.1", "192.0.2." + (100 + i)))).containsOnly(401);
    }

    @Test
    void callersInAPrivateNetworkAreApartAndChooseNothing() {
        assertThat(tries(i -> through("198.51.100.1", "192.168.7." + i))).containsOnly(401);
        assertOneSource(tries(i -> through("192.168.8." + i, "10.9.9.9")));
    }

    @Test
    void ipv6IsCountedByThe64() {
        assertOneSource(tries(i -> through("198.51.100.1", "2001:db8:7:7::" + (i + 1))));
        assertThat(tries(i -> through("198.51.100.1", "2001:db8:8:" + (i + 1) + "::1")))
                .containsOnly(401);
    }

    @Test
    void ipv4InIpv6IsTheSameSource() {
        assertOneSource(tries(i -> through("198.51.100.1", i % 2 == 0 ? "192.0.2.77" : "::ffff:192.0.2.77")));
    }
}
