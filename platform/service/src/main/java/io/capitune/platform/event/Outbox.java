package io.capitune.platform.event;

import java.util.Date;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.BsonTimestamp;
import org.bson.Document;

/** Writes events in the transaction of the change they tell of, so that both happen or neither. */
@ApplicationScoped
public class Outbox {

    private final MongoCollection<Document> events;

    /** @param database where the events go, with the changes that they tell of */
    public Outbox(MongoDatabase database) {
        this.events = database.getCollection(EventQueue.COLLECTION);
    }

    /** Adds the event to the session's transaction. */
    public void append(ClientSession session, DomainEvent event) {
        events.insertOne(session, document(event));
    }

    /**
     * Adds an event that nobody is to act on: settled, without its secret, and removed at MongoDB's next sweep of what has
     * expired. It costs what {@link #append} costs, for callers whose work must not tell whether anything follows from it.
     */
    public void appendSettled(ClientSession session, DomainEvent event) {
        events.insertOne(
                session,
                document(event).append("status", "done").append("sealed", null).append("settledAt", new Date(0)));
    }

    private static Document document(DomainEvent event) {
        return new Document("_id", event.id())
                .append("v", 1)
                .append("type", event.type())
                .append("subject", event.subject())
                .append("audience", event.audience())
                .append("payload", new Document(event.payload()))
                .append("sealed", event.sealed())
                .append("at", Date.from(event.at()))
                // An empty timestamp at the top of a new document is the server's to fill in, with its own time.
                .append("addedAt", new BsonTimestamp())
                .append("status", EventQueue.OPEN)
                .append("attempts", 0)
                // Due from the beginning of time, whatever this machine's clock says.
                .append("dueAt", new Date(0));
    }
}
