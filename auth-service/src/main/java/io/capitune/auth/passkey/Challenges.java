package io.capitune.auth.passkey;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.capitune.auth.AuthConfig;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

/** Challenges under way: each is good once, for a few minutes, in the browser that asked. */
@ApplicationScoped
public class Challenges implements MongoIndexes {

    private static final String COLLECTION = "passkey_challenges";

    private final MongoCollection<Challenge> challenges;
    private final RandomTokens random;
    private final Duration validFor;
    private final Clock clock;

    Challenges(MongoDatabase database, RandomTokens random, AuthConfig config, Clock clock) {
        this.challenges = database.getCollection(COLLECTION, Challenge.class);
        this.random = random;
        this.validFor = config.passkey().challengeValidFor();
        this.clock = clock;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION)
                .createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    Duration validFor() {
        return validFor;
    }

    /**
     * A new one for this browser: 32 bytes, base64url.
     *
     * @param accountId whose passkey is to be made; null for a sign-in
     */
    String issue(String browser, @Nullable String accountId) {
        var challenge = random.token();
        challenges.insertOne(new Challenge(
                Hashes.sha256(challenge),
                Hashes.sha256(browser),
                accountId,
                clock.instant().plus(validFor),
                Challenge.VERSION));
        return challenge;
    }

    /** Uses it up; of any number of simultaneous answers one gets it. */
    boolean redeem(String challenge, String browser, @Nullable String accountId) {
        return challenges.findOneAndDelete(and(
                        eq("_id", Hashes.sha256(challenge)),
                        eq("browserHash", Hashes.sha256(browser)),
                        eq("accountId", accountId),
                        gt("expiresAt", clock.instant())))
                != null;
    }
}
