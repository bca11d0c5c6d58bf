package io.capitune.cvjob.turn;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** The clock by which turns are taken. Each reading asks the database, so read it once for what belongs together. */
@ApplicationScoped
@OfDatabase
class DatabaseClock extends Clock {

    private final MongoDatabase database;

    DatabaseClock(MongoDatabase database) {
        this.database = database;
    }

    /**
     * Now.
     *
     * @throws com.mongodb.MongoException if MongoDB is away
     */
    @Override
    public Instant instant() {
        return database.runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are a matter of the product's time zone");
    }
}
