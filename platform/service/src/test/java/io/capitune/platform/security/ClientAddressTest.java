package io.capitune.platform.security;

import java.util.Map;

import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which address a service takes a request to be from; {@link TrustedProxiesTest} has the rule. */
@QuarkusTest
@WithMongo
@WithTokens
@TestProfile(ClientAddressTest.BehindAProxy.class)
class ClientAddressTest {

    /** The variable that operators set, as {@code ./capitune} hands it on. */
    public static final class BehindAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("capitune.trusted-proxies", "10.0.0.5,2001:db8:cd::/48");
        }
    }

    private static String seen(String header, Object first, Object... more) {
        return RestAssured.given()
                .header(header, first, more)
                .get("/open/address")
                .asString();
    }

    @Test
    void itIsThePeerWhereNothingIsForwarded() {
        assertThat(RestAssured.get("/open/address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void itIsTheLastThatIsNoProxyOfOurs() {
        assertThat(seen("X-Forwarded-For", "198.51.100.1, 192.0.2.7 ,10.0.0.5")).isEqualTo("192.0.2.7");
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(seen("X-Forwarded-For", "198.51.100.1", "192.0.2.7", "2001:db8:cd::1"))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void nobodyChoosesItByTheNameThatWeKeepItUnder() {
        assertThat(seen(ClientAddress.HEADER, "198.51.100.1")).isEqualTo("127.0.0.1");
    }
}
