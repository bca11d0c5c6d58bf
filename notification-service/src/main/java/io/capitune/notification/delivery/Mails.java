package io.capitune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.capitune.notification.MailConfig;
import io.capitune.notification.letter.AddressedLetter;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/** All mails, one per event. */
@ApplicationScoped
public class Mails implements MongoIndexes {

    /** The collection's name. */
    public static final String COLLECTION = "mails";

    private final MongoCollection<Mail> mails;
    private final LetterSeal seal;
    private final Clock clock;
    private final Duration keep;

    Mails(MongoDatabase database, LetterSeal seal, Clock clock, MailConfig config) {
        this.mails = database.getCollection(COLLECTION, Mail.class);
        this.seal = seal;
        this.clock = clock;
        this.keep = config.keep();
    }

    Optional<Mail> find(String id) {
        return Optional.ofNullable(mails.find(eq(id)).first());
    }

    /** Keeps a new mail; where one of this id was kept meanwhile, that one counts. */
    Mail add(String id, String kind, AddressedLetter addressed) {
        var now = clock.instant();
        var sealed = seal.close(addressed.letter(), id);
        var to = addressed.to().address();
        var mail = new Mail(id, 1, kind, to, sealed, Mail.WAITING, null, now, null, now.plus(keep));
        try {
            mails.insertOne(mail);
            return mail;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return find(id).orElse(mail);
        }
    }

    /** Notes that the provider has the mail, and forgets the letter unless it is kept for reading. */
    void sent(String id, String provider, boolean keepLetter) {
        var sent = combine(set("status", Mail.SENT), set("provider", provider), set("sentAt", clock.instant()));
        mails.updateOne(eq(id), keepLetter ? sent : combine(sent, set("sealed", null)));
    }

    /** Notes that the mail will never go, and forgets the letter. */
    void failed(String id) {
        mails.updateOne(
                and(eq(id), eq("status", Mail.WAITING)), combine(set("status", Mail.FAILED), set("sealed", null)));
    }

    /** What lies in the local mailbox, newest first; all of it where {@code to} is null. */
    public List<Message> inbox(@Nullable String to, int limit) {
        return mails.find(to == null ? kept() : and(kept(), eq("to", to)))
                .sort(Sorts.descending("sentAt", "createdAt"))
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /** One mail of the local mailbox. */
    public Optional<Message> message(String id) {
        return Optional.ofNullable(mails.find(and(eq(id), kept())).first()).map(this::read);
    }

    /** A mail as its reader may have it back: when and what kind, and what it said where that is kept. */
    public record Exported(
            String kind,
            String to,
            String status,
            Instant createdAt,
            @Nullable Instant sentAt) {}

    /** All mails to that address. */
    public List<Exported> to(String address) {
        return mails.find(eq("to", address))
                .sort(Sorts.ascending("createdAt"))
                .map(mail -> new Exported(mail.kind(), mail.to(), mail.status(), mail.createdAt(), mail.sentAt()))
                .into(new ArrayList<>());
    }

    /** How many there are to that address. */
    public int count(String address) {
        return (int) mails.countDocuments(eq("to", address));
    }

    /** Forgets all mails to that address; what waits among them is not sent. */
    public void forget(String address) {
        mails.deleteMany(eq("to", address));
    }

    private static Bson kept() {
        return and(eq("status", Mail.SENT), eq("provider", ProviderKind.LOCAL.label()), ne("sealed", null));
    }

    private Message read(Mail mail) {
        var letter = seal.open(mail);
        Instant sentAt = mail.sentAt() == null ? mail.createdAt() : mail.sentAt();
        return new Message(mail.id(), mail.to(), letter.subject(), letter.text(), letter.html(), sentAt);
    }

    @Override
    public void ensure(MongoDatabase database) {
        mails.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        mails.createIndex(Indexes.ascending("to"));
        mails.createIndex(
                Indexes.compoundIndex(Indexes.ascending("provider", "to"), Indexes.descending("sentAt", "createdAt")));
    }
}
