package io.capitune.platform.storage;

import java.io.IOException;

import jakarta.inject.Inject;

import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithMongo
@WithTokens
class FolderBlobStoreTest {

    @Inject
    BlobStore files;

    @Test
    void keepsReadsAndRemoves() throws IOException {
        var name = files.put("bonjour".getBytes(UTF_8), "pdf");
        assertThat(files.size(name)).hasValue(7);
        try (var whole = files.open(name)) {
            assertThat(whole.readAllBytes()).isEqualTo("bonjour".getBytes(UTF_8));
        }
        try (var part = files.open(name, 3, 6)) {
            assertThat(part.readAllBytes()).isEqualTo("jou".getBytes(UTF_8));
        }
        files.delete(name);
        files.delete(name);
        assertThat(files.size(name)).isEmpty();
        assertThatThrownBy(() -> files.open(name)).isInstanceOf(BlobMissingException.class);
    }

    @Test
    void aNameIsNeverAPath() {
        assertThatThrownBy(() -> files.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.delete("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }
}
