package io.capitune.auth.token;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Crowd;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
}
