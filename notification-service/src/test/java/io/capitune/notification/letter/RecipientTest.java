package io.capitune.notification.letter;

import io.capitune.notification.PermanentFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecipientTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", "o'neil+cv@xn--caf-dma.example", "zoé@exemple.fr"})
    void bareAddressesPass(String address) {
        assertThat(new Recipient(address).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org,b@example.org",
                "a@example.org;b@example.org",
                "Ada <a@example.org>",
                "a b@example.org",
                "a@b@example.org",
                "\"a\"@example.org",
                "a@example.org\n",
                "@example.org",
                "a@"
            })
    void everythingElseIsRefused(String address) {
        assertThatThrownBy(() -> new Recipient(address))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("ADDRESS_INVALID");
    }
}
