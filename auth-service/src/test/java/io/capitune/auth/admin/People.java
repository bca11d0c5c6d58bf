package io.capitune.auth.admin;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.capitune.auth.Browser;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.token.Person;
import io.capitune.auth.token.Tokens;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.arc.Unremovable;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

/** Accounts of every role, and browsers with their tokens as the gateway hands them on. */
@Unremovable
@ApplicationScoped
public class People {

    private final AccountChanges accounts;
    private final Tokens tokens;
    private final Transactions transactions;
    private final MongoDatabase database;
    private final Clock clock;

    People(AccountChanges accounts, Tokens tokens, Transactions transactions, MongoDatabase database, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
    }

    /** A new account, as it is stored. */
    public Account with(String role, String email) {
        var made = transactions
                .run(transaction -> accounts.create(transaction, new EmailAddress(email), role, "fr", null))
                .orElseThrow();
        return transactions
                .run(transaction -> accounts.byId(transaction, made.id()))
                .orElseThrow();
    }

    /** The account as it is now; null where it is gone. */
    public Account now(Account account) {
        return transactions
                .run(transaction -> accounts.byId(transaction, account.id()))
                .orElse(null);
    }

    /** A new administrator. */
    public Account admin(String email) {
        return with(Account.ADMIN, email);
    }

    /** Its owner's browser. */
    public Browser browser(Account account) {
        return browser(account, "fr");
    }

    /** Its owner's browser, of that language. */
    public Browser browser(Account account, String locale) {
        var session = "session-of-" + account.id();
        signIn(account, session);
        var person = new Person(account.id(), account.roles(), locale, session, false);
        return new Browser().with("Authorization", "Bearer " + tokens.forPerson(person));
    }

    /** The account's session began so long ago. */
    public void signedInBefore(Account account, Duration ago) {
        sessions()
                .updateOne(
                        eq("session-of-" + account.id()),
                        set("createdAt", clock.instant().minus(ago)));
    }

    private void signIn(Account account, String session) {
        var now = clock.instant();
        sessions()
                .replaceOne(
                        eq(session),
                        new Document("tokenHash", "token-of-" + session)
                                .append("accountId", account.id())
                                .append("createdAt", now)
                                .append("lastUsedAt", now)
                                .append("expiresAt", now.plus(Duration.ofDays(1)))
                                .append("v", 1),
                        new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> sessions() {
        return database.getCollection("sessions");
    }
}
