package io.capitune.auth.source;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceNetworkTest {

    @Test
    void ipv6SubscriberIsOneSourceWhateverAddressItTakes() {
        assertThat(SourceNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(SourceNetwork.of("2001:db8:1:2::1"));
        assertThat(SourceNetwork.of("2001:db8:1:3::1")).isNotEqualTo(SourceNetwork.of("2001:db8:1:2::1"));
    }

    @Test
    void ipv4AddressIsItself() {
        assertThat(SourceNetwork.of("192.0.2.1").value()).isEqualTo("192.0.2.1");
        assertThat(SourceNetwork.of("unknown").value()).isEqualTo("unknown");
    }
}
