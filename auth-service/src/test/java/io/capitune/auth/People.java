package io.capitune.auth;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.capitune.platform.seal.Sealer;
import io.quarkus.arc.Unremovable;
import org.bson.Document;

/** Accounts in the state that a test begins with: with an app, or an admin's with everything that admins must have. */
@Unremovable
@ApplicationScoped
public class People {

    /** What people choose as their password. */
    public static final String PASSWORD = "trois girafes à vélo";

    private final MongoDatabase database;
    private final Sealer sealer;
    private final Clock clock;
    private final Mails mails;

    People(MongoDatabase database, Sealer sealer, Clock clock, Mails mails) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
        this.mails = mails;
    }

    /** A browser of somebody who has just signed in by a link, behind the gateway: its requests carry the token. */
    public Browser signedIn(String email) {
        return signedIn(new Browser(), email);
    }

    /** The same of somebody with an app. */
    public Browser signedIn(String email, AuthenticatorApp app) {
        var browser = atSecondStep(email);
        var response = browser.postForm("/login/second", Map.of("code", app.code()));
        if (response.statusCode() != 303) {
            throw new AssertionError("the second step answered " + response.statusCode());
        }
        return browser.with("Authorization", browser.token());
    }

    /** The same of an admin, with the code of an app. */
    public Browser signedInAdmin(String email) {
        new Browser().signIn(mails, email);
        become(email, "admin");
        return signedIn(email, withApp(email));
    }

    /** A browser of somebody who has signed in by a link, too, and has just chosen {@link #PASSWORD}. */
    public Browser withPassword(String email) {
        return withPassword(new Browser(), email);
    }

    /** The same in that browser. */
    public Browser withPassword(Browser browser, String email) {
        signedIn(browser, email).choosePassword(PASSWORD);
        return browser;
    }

    /** A browser whose link was right and which is asked for more. */
    public Browser atSecondStep(String email) {
        var browser = new Browser();
        browser.postJson("/api/auth/signin/email", "{\"email\":\"" + email + "\"}");
        var response = browser.get(mails.latest(email).path());
        var target = response.headers().firstValue("Location").orElse("");
        if (!target.equals("/login/second") && !target.equals("/login/enrol")) {
            throw new AssertionError("the link led to " + target);
        }
        return browser;
    }

    /** Gives the account an app, whose codes are all unused, and no recovery codes. */
    public AuthenticatorApp withApp(String email) {
        var id = id(email);
        var secret = new byte[20];
        new SecureRandom().nextBytes(secret);
        var sealed = sealer.seal(Base64.getEncoder().encodeToString(secret), "second-factor:" + id);
        var now = Date.from(clock.instant());
        database.getCollection("second_factors")
                .replaceOne(
                        Filters.eq("_id", id),
                        new Document("_id", id)
                                .append("sealedSecret", sealed)
                                .append("lastStep", 0L)
                                .append("recoveryCodes", new ArrayList<>())
                                .append("since", now)
                                .append("codesSince", now)
                                .append("v", 1),
                        new ReplaceOptions().upsert(true));
        return new AuthenticatorApp(secret, clock);
    }

    /** Changes the account's only role. */
    public void become(String email, String role) {
        database.getCollection("accounts").updateOne(Filters.eq("email", email), Updates.set("roles", List.of(role)));
    }

    public String id(String email) {
        return database.getCollection("accounts")
                .find(Filters.eq("email", email))
                .first()
                .getString("_id");
    }

    /** The address that the account has now. */
    public String email(String id) {
        return database.getCollection("accounts")
                .find(Filters.eq("_id", id))
                .first()
                .getString("email");
    }

    private Browser signedIn(Browser browser, String email) {
        browser.signIn(mails, email);
        return browser.with("Authorization", browser.token());
    }
}
