package io.capitune.platform.mongo;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoClientSettings;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;

/**
 * Who finds all connections taken waits for a few seconds and not for the driver's two minutes: by then nobody waits for the
 * answer any more, and the work that is done for it keeps others from theirs.
 */
@ApplicationScoped
class ConnectionPatience implements MongoClientCustomizer {

    private static final long SECONDS = 5;

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return settings.applyToConnectionPoolSettings(pool -> pool.maxWaitTime(SECONDS, TimeUnit.SECONDS));
    }
}
