package io.capitune.platform.event;

import java.util.Date;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** Writes events in the transaction of the change they tell of, so that both happen or neither. */
@ApplicationScoped
public class Outbox {

    private final MongoCollection<Document> events;

    Outbox(MongoDatabase database) {
        this.events = database.getCollection(EventQueue.COLLECTION);
    }

    /** Adds the event to the session's transaction. */
    public void append(ClientSession session, DomainEvent event) {
        var document = new Document("_id", event.id())
                .append("v", 1)
                .append("type", event.type())
                .append("subject", event.subject())
                .append("audience", event.audience())
                .append("payload", new Document(event.payload()))
                .append("sealed", event.sealed())
                .append("at", Date.from(event.at()))
                .append("status", EventQueue.OPEN)
                .append("attempts", 0)
                // Due from the beginning of time, whatever this machine's clock says.
                .append("dueAt", new Date(0));
        events.insertOne(session, document);
    }
}
