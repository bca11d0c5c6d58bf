package io.capitune.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.event.Outbox;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;
import org.awaitility.Awaitility;
import org.bson.Document;

/** Lets things happen that mails tell of, and looks what became of the events. */
@ApplicationScoped
public class Happenings {

    private final Outbox outbox;
    private final Transactions transactions;
    private final Sealer sealer;
    private final RandomTokens random;
    private final ObjectMapper json;
    private final MongoCollection<Document> events;
    private final MongoCollection<Document> mails;

    Happenings(
            Outbox outbox,
            Transactions transactions,
            Sealer sealer,
            RandomTokens random,
            ObjectMapper json,
            MongoDatabase database) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.sealer = sealer;
        this.random = random;
        this.json = json;
        this.events = database.getCollection("events");
        this.mails = database.getCollection("mails");
    }

    public String newAddress() {
        return random.id().replaceAll("[_-]", "x").toLowerCase(java.util.Locale.ROOT) + "@example.org";
    }

    public String signInRequested(String email, String locale) {
        return signInRequested(random.id(), email, locale, Instant.now());
    }

    public String signInRequested(String id, String email, String locale, Instant at) {
        return signInRequested(id, at, Map.of("email", email, "url", url(id), "code", "012345", "locale", locale));
    }

    /** One whose link is good for so long. */
    public String signInRequested(String email, Instant at, long validMinutes) {
        var id = random.id();
        return signInRequested(
                id,
                at,
                Map.of("email", email, "url", url(id), "code", "012345", "locale", "fr", "validMinutes", validMinutes));
    }

    private String signInRequested(String id, Instant at, Map<String, Object> content) {
        try {
            var sealed = sealer.seal(json.writeValueAsString(content), id);
            return append(new DomainEvent(id, "signin.requested", "s-" + id, List.of(), Map.of(), sealed, at));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The link of that sign-in. */
    public static String url(String eventId) {
        return "http://localhost:8080/api/auth/callback/email?token=" + eventId + "&x=1";
    }

    public String cvDone(String jobId, String userId, String name, String title) {
        return append(new DomainEvent(
                random.id(),
                "cv.done",
                jobId,
                List.of(userId),
                Map.of("name", name, "title", title),
                null,
                Instant.now()));
    }

    /** The end of a file, announced for that day. */
    public String cvExpiring(String jobId, String userId, String until) {
        return append(new DomainEvent(
                random.id(),
                "cv.expiring",
                jobId,
                List.of(userId),
                Map.of("name", "Zoé", "title", "Comptable", "until", until),
                null,
                Instant.now()));
    }

    private String append(DomainEvent event) {
        transactions.run(session -> {
            outbox.append(session, event);
            return event;
        });
        return event.id();
    }

    /** The same event is delivered once more, without what it carried. */
    public void deliverAgain(String eventId) {
        deliverAgain(eventId, Map.of());
    }

    /** The same event is delivered once more, as if its end had not been written. */
    public void deliverAgain(String eventId, Map<String, String> payload) {
        events.updateOne(
                Filters.eq(eventId),
                Updates.combine(
                        Updates.set("status", "open"),
                        Updates.set("payload", new Document(Map.copyOf(payload))),
                        Updates.set("dueAt", new Date(0))));
    }

    /** It is as if the event had been tried that often. */
    public void tried(String eventId, int times) {
        events.updateOne(Filters.eq(eventId), Updates.set("attempts", times));
    }

    /** Nobody is to act on the event any more, so that the next test class does not. */
    public void settle(String eventId) {
        events.updateOne(Filters.eq(eventId), Updates.set("status", "done"));
    }

    public Document event(String id) {
        return Objects.requireNonNull(events.find(Filters.eq(id)).first());
    }

    public Document mail(String id) {
        return Objects.requireNonNull(mails.find(Filters.eq(id)).first());
    }

    public long mailsTo(String address) {
        return mails.countDocuments(Filters.eq("to", address));
    }

    /** Waits until the event is settled so. */
    public Document awaitEvent(String id, String status) {
        Awaitility.await("event " + status)
                .atMost(Duration.ofSeconds(20))
                .until(() -> status.equals(event(id).getString("status")));
        return event(id);
    }
}
