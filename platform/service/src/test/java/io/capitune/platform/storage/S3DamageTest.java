package io.capitune.platform.storage;

import java.io.UncheckedIOException;
import java.util.Map;

import org.gaul.s3proxy.auth.AuthenticationType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file that arrives at a real S3 server otherwise than it was sent: nothing of it is kept as if all were well. */
class S3DamageTest {

    private static final byte[] SENT = "bonjour".getBytes(UTF_8);
    private static final Map<String, String> DAMAGE = Map.of("bonjour", "bonsoir");
    private static final Map<String, String> NO_SHA_256 = Map.of("x-amz-checksum-sha256", "x-not-known-to-any-sv");
    private static final Map<String, String> NO_MD5 = Map.of("Content-MD5", "Content-XX5");

    /** What a server looks at, and what it then says. */
    enum Server {
        ALL(AuthenticationType.AWS_V4, Map.of(), "PUT"),
        CHECKSUMS_ONLY(AuthenticationType.NONE, Map.of(), "BadDigest"),
        SHA_256_ONLY(AuthenticationType.NONE, NO_MD5, "BadDigest"),
        MD5_ONLY(AuthenticationType.NONE, NO_SHA_256, "BadDigest"),
        NOTHING(AuthenticationType.NONE, both(NO_SHA_256, NO_MD5), "keeps other bytes");

        private final AuthenticationType signatures;
        private final Map<String, String> ignored;
        private final String words;

        Server(AuthenticationType signatures, Map<String, String> ignored, String words) {
            this.signatures = signatures;
            this.ignored = ignored;
            this.words = words;
        }
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var all = new java.util.HashMap<>(one);
        all.putAll(other);
        return Map.copyOf(all);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDamagedOnTheWayIsRefused(Server kind) throws Exception {
        try (var server = new S3Server(kind.signatures);
                var line = new BadLine(server.endpoint(), both(kind.ignored, DAMAGE));
                var store = S3Settings.of(line.endpoint()).store()) {
            assertThatThrownBy(() -> store.put(SENT, "pdf"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(kind.words);
            assertThat(store.list(null, 2)).as("what nobody knows the name of").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatArrivesWholeIsKept(Server kind) throws Exception {
        var ignored = kind == Server.ALL ? Map.<String, String>of() : kind.ignored;
        try (var server = new S3Server(kind.signatures);
                var line = new BadLine(server.endpoint(), ignored);
                var store = S3Settings.of(line.endpoint()).store();
                var kept = store.open(store.put(SENT, "pdf"))) {
            assertThat(kept.readAllBytes()).isEqualTo(SENT);
        }
    }
}
