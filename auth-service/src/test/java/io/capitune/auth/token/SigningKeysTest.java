package io.capitune.auth.token;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
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
    void manyFirstStartsAtOnceGiveOneKey() throws Exception {
        database.getCollection("signing_keys").deleteMany(new Document());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = Collections.nCopies(
                    20, (Callable<String>) () -> keys.tend().signing().getKeyId());
            assertThat(threads.invokeAll(starts).stream()
                            .map(it -> it.resultNow())
                            .distinct())
                    .hasSize(1);
        }
        assertThat(database.getCollection("signing_keys").countDocuments()).isEqualTo(1);
    }

    @Test
    void privateKeyRestsSealed() {
        keys.tend();
        var stored = database.getCollection("signing_keys").find().first();
        assertThat(stored.toJson()).doesNotContain("\"d\"", "kty", "P-256");
    }
}
