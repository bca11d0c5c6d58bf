package io.capitune.auth.signin;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInLimitsTest {

    @Test
    void ipv6SubscriberIsOneSourceWhateverAddressItTakes() {
        assertThat(SignInLimits.network("2001:db8:1:2:3:4:5:6")).isEqualTo(SignInLimits.network("2001:db8:1:2::1"));
        assertThat(SignInLimits.network("2001:db8:1:3::1")).isNotEqualTo(SignInLimits.network("2001:db8:1:2::1"));
    }

    @Test
    void ipv4AddressIsItself() {
        assertThat(SignInLimits.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(SignInLimits.network("unknown")).isEqualTo("unknown");
    }
}
