package io.capitune.platform.storage;

import java.nio.file.Path;
import java.util.Map;

import io.capitune.platform.PlatformConfig;
import io.capitune.platform.random.RandomTokens;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredBlobStoreTest {

    @TempDir
    Path folder;

    @Test
    void withoutABucketFilesGoIntoTheFolder() {
        var store = configured(Map.of());
        store.put(new byte[1], "pdf");
        assertThat(store.list(null, 2)).hasSize(1);
        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void withABucketTheyGoThereAlone() throws Exception {
        try (var server = new S3Server();
                var seen = S3Settings.of(server.endpoint()).store()) {
            var store = configured(Map.of(
                    "capitune.storage.s3.bucket", S3Server.BUCKET,
                    "capitune.storage.s3.endpoint", server.endpoint().toString(),
                    "capitune.storage.s3.access-key", S3Server.ACCESS_KEY,
                    "capitune.storage.s3.secret-key", S3Server.SECRET_KEY));
            var name = store.put(new byte[1], "pdf");
            assertThat(seen.list(null, 2)).extracting(StoredBlob::name).containsExactly(name);
            assertThat(folder).isEmptyDirectory();
            store.close();
        }
    }

    private ConfiguredBlobStore configured(Map<String, String> properties) {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PlatformConfig.class)
                .withDefaultValue("capitune.storage.folder", folder.toString())
                .withDefaultValues(properties)
                .build();
        return new ConfiguredBlobStore(config.getConfigMapping(PlatformConfig.class), new RandomTokens());
    }
}
