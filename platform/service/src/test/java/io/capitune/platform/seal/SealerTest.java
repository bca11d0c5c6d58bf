package io.capitune.platform.seal;

import jakarta.inject.Inject;

import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithMongo
@WithTokens
class SealerTest {

    @Inject
    Sealer sealer;

    @Test
    void opensWhatItSealed() {
        var sealed = sealer.seal("un lien secret", "event-1");
        assertThat(sealed).doesNotContain("secret");
        assertThat(sealer.open(sealed, "event-1")).isEqualTo("un lien secret");
        assertThat(sealer.seal("un lien secret", "event-1")).isNotEqualTo(sealed);
    }

    @Test
    void refusesChangedOrMovedValues() {
        var sealed = sealer.seal("secret", "event-1");
        var flipped = (sealed.charAt(20) == 'A' ? 'B' : 'A');
        var changed = sealed.substring(0, 20) + flipped + sealed.substring(21);
        assertThatThrownBy(() -> sealer.open(changed, "event-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealer.open(sealed, "event-2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealer.open("AAAA", "event-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keyedHashesDifferByPurpose() {
        assertThat(sealer.mac("code", "123456")).isEqualTo(sealer.mac("code", "123456"));
        assertThat(sealer.mac("code", "123456")).isNotEqualTo(sealer.mac("address", "123456"));
    }
}
