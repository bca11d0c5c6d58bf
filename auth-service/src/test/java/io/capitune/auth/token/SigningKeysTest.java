package io.capitune.auth.token;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Crowd;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@AuthTest
class SigningKeysTest {

    @Inject
    SigningKeys keys;

    @Inject
    MongoDatabase database;

    @Test
    void manyFirstStartsAtOnceGiveOneKey() {
        database.getCollection("signing_keys").deleteMany(new Document());

        var ids = Crowd.atOnce(20, () -> keys.tend().signing().getKeyId());

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(database.getCollection("signing_keys").countDocuments()).isEqualTo(1);
    }

    @Test
    void privateKeyRestsSealed() {
        keys.tend();
        var stored = database.getCollection("signing_keys").find().first();
        assertThat(stored.toJson()).doesNotContain("\"d\"", "kty", "P-256");
    }

    @Test
    void keysOfAnotherInstallationAreLeftAlone() {
        var stored = database.getCollection("signing_keys");
        stored.deleteMany(new Document());
        var old = Instant.now().minus(Duration.ofDays(60));
        var foreign = new Document("_id", "1")
                .append("sealedJwk", "A".repeat(80))
                .append("createdAt", old)
                .append("signsFrom", old)
                .append("v", SigningKey.VERSION);
        try {
            stored.insertOne(foreign);

            assertThatThrownBy(keys::tend).hasMessageContaining("sealed with another CAPITUNE_SEALING_KEY");

            assertThat(stored.find().map(key -> key.getString("_id"))).containsExactly("1");
        } finally {
            stored.deleteMany(new Document());
        }
    }
}
