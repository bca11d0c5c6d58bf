package io.capitune.platform.mongo;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoTimeoutException;
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

    /** @param client the service's only one: its sessions are the transactions */
    public Transactions(MongoClient client) {
        this.client = client;
    }

    /**
     * Commits all of {@code work} or nothing; it may run several times, so it must only touch the database. Where no server
     * answers the work, it ends with the first timeout. Where none answers the commit, the driver repeats that for up to two
     * minutes, whatever happened to the work; after these it ends with a timeout that leaves open whether it was committed.
     *
     * @throws MongoTimeoutException if MongoDB is away
     */
    public <T> T run(Function<ClientSession, T> work) {
        try (var session = client.startSession()) {
            return session.withTransaction(() -> attempt(work, session), OPTIONS);
        } catch (AwayException e) {
            throw e.timeout;
        }
    }

    private static <T> T attempt(Function<ClientSession, T> work, ClientSession session) {
        try {
            return work.apply(session);
        } catch (MongoTimeoutException e) {
            throw new AwayException(e);
        }
    }

    /** Carries a timeout past the driver, which would take it for a conflict and try again. */
    private static final class AwayException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final MongoTimeoutException timeout;

        private AwayException(MongoTimeoutException timeout) {
            super(timeout);
            this.timeout = timeout;
        }
    }
}
