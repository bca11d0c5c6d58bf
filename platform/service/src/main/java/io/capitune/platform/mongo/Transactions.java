package io.capitune.platform.mongo;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;

/** Runs work in one driver transaction, which the driver retries on conflicts and unknown commit results. */
@ApplicationScoped
public class Transactions {

    private static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();

    private final MongoClient client;

    Transactions(MongoClient client) {
        this.client = client;
    }

    /** Commits all of {@code work} or nothing; it may run several times, so it must only touch the database. */
    public <T> T run(Function<ClientSession, T> work) {
        try (var session = client.startSession()) {
            return session.withTransaction(() -> work.apply(session), OPTIONS);
        }
    }
}
