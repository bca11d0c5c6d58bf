package io.capitune.platform.page;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IconsTest {

    @Test
    void aKnownIconIsItsDrawing() {
        assertThat(Icons.paths("check").getValue()).startsWith("<path").endsWith("/>");
    }

    @Test
    void anUnknownIconIsRefusedByName() {
        assertThatThrownBy(() -> Icons.paths("unicorn")).hasMessageContaining("unicorn");
    }
}
