package io.capitune.notification.mailbox;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FragmentTest {

    @Test
    void addressesAreFoundAndNothingIsLost() {
        var text = "Ouvrez\n\nhttp://localhost:8080/x?a=1&b=2\n\njavascript:alert(1) fin";

        var fragments = Fragment.of(text);

        assertThat(fragments.stream().filter(Fragment::link).map(Fragment::text))
                .containsExactly("http://localhost:8080/x?a=1&b=2");
        assertThat(fragments.stream().map(Fragment::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
