package io.capitune.auth.admin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7/32, 192.0.2.7",
        "2001:db8::17, 20010db800000000",
        "2001:DB8:0:a::/64, 20010db80000000a",
        "2001:db8:0:a:1:2:3:4, 20010db80000000a",
        "20010DB80000000A, 20010db80000000a",
        "somewhere, somewhere"
    })
    void networkIsFoundByWhatPeopleWrite(String typed, String kept) {
        assertThat(Networks.kept(typed)).isEqualTo(kept);
    }

    @Test
    void networkIsShownAsPeopleWriteIt() {
        assertThat(Networks.written("20010db80000000a")).isEqualTo("2001:db8:0:a::/64");
        assertThat(Networks.kept(Networks.written("20010db80000000a"))).isEqualTo("20010db80000000a");
        assertThat(Networks.written("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Networks.written("")).isEmpty();
    }
}
