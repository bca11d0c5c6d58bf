package io.capitune.platform.storage;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class S3BlobStoreTest extends BlobStoreContract {

    private S3Server server;
    private S3BlobStore store;

    @BeforeEach
    void start() throws Exception {
        server = new S3Server();
        store = S3Settings.of(server.endpoint()).store();
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Override
    void addForeign(String name) {
        server.add(name);
    }

    @Test
    void aServerThatKeepsOtherBytesIsAnError() {
        server.forgetTheLastByte();
        assertThatThrownBy(() -> store.put(BONJOUR, "pdf"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("keeps other bytes");
        assertThat(store.list(null, 10)).as("what nobody knows the name of").isEmpty();
    }

    @Test
    void wrongCredentialsAreAnErrorThatSaysSo() {
        try (var stranger =
                S3Settings.of(server.endpoint()).secretKey("guessed").store()) {
            assertThatThrownBy(() -> stranger.put(BONJOUR, "pdf"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("403")
                    .hasMessageNotContaining("guessed");
            assertThatThrownBy(() -> stranger.size("AAAAAAAAAAAAAAAAAAAAAA.pdf"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("403");
        }
    }

    @Test
    void aMissingBucketIsAnErrorNotAMissingFile() {
        try (var elsewhere = S3Settings.of(server.endpoint()).bucket("nowhere").store()) {
            var name = store.put(BONJOUR, "pdf");
            assertThatThrownBy(() -> elsewhere.put(BONJOUR, "pdf"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("NoSuchBucket");
            assertThatThrownBy(() -> elsewhere.open(name)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> elsewhere.size(name)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> elsewhere.delete(name)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> elsewhere.list(null, 1)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aBucketWithoutKeysIsRefusedByName() {
        assertThatThrownBy(() -> S3Settings.of(server.endpoint()).secretKey("").store())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capitune.storage.s3.secret-key");
    }
}
