package io.capitune.auth.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.random.Hashes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

/** Sign-ins under way at providers: each comes back once, from its provider, to its browser. MongoDB removes the others. */
@ApplicationScoped
public class BegunSignIns implements MongoIndexes {

    private static final String COLLECTION = "provider_sign_ins";

    private final MongoCollection<BegunSignIn> begun;
    private final Duration validFor;
    private final Clock clock;

    BegunSignIns(MongoDatabase database, ProviderConfig config, Clock clock) {
        this.begun = database.getCollection(COLLECTION, BegunSignIn.class);
        this.validFor = config.validFor();
        this.clock = clock;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION)
                .createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    void add(String state, Provider provider, String browser, String next, boolean shared) {
        begun.insertOne(new BegunSignIn(
                Hashes.sha256(state),
                provider.name(),
                Hashes.sha256(browser),
                next,
                shared,
                clock.instant().plus(validFor),
                BegunSignIn.VERSION));
    }

    /** Uses it up; of any number of simultaneous answers one gets it. */
    Optional<BegunSignIn> redeem(String state, Provider provider, String browser) {
        return Optional.ofNullable(begun.findOneAndDelete(and(
                eq("_id", Hashes.sha256(state)),
                eq("provider", provider.name()),
                eq("browserHash", Hashes.sha256(browser)),
                gt("expiresAt", clock.instant()))));
    }
}
