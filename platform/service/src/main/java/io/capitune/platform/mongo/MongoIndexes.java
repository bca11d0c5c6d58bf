package io.capitune.platform.mongo;

import com.mongodb.client.MongoDatabase;

/** A bean that makes the indexes of its collections; called at start, idempotent. */
public interface MongoIndexes {

    /** Makes the indexes where they are missing. */
    void ensure(MongoDatabase database);
}
