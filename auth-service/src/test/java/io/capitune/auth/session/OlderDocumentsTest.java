package io.capitune.auth.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was stored before a field came to be is read as it was meant: an update of the system signs nobody out. */
@QuarkusTest
@AuthTest
class OlderDocumentsTest {

    /** What a session held in the first release, and an account. */
    private static final List<String> SESSION =
            List.of("_id", "tokenHash", "accountId", "createdAt", "lastUsedAt", "expiresAt", "v");

    private static final List<String> ACCOUNT = List.of("_id", "email", "roles", "locale", "createdAt", "v");

    @Inject
    Mails mails;

    @Inject
    MongoDatabase database;

    @Test
    void sessionAndAccountOfTheFirstReleaseAreReadAndMayBeEnded() {
        var browser = new Browser().signIn(mails, "first-release@older.exemple.fr");
        var account = made("accounts", Filters.eq("email", "first-release@older.exemple.fr"), ACCOUNT);
        made("sessions", Filters.eq("accountId", account), SESSION);

        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(account);
        browser.with("Authorization", browser.token());
        assertThat(browser.get("/account/devices").body()).contains("Cet appareil");
        assertThat(browser.get("/api/auth/sessions").statusCode()).isEqualTo(200);
        assertThat(browser.postForm("/logout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.without("Authorization").token()).isEmpty();
    }

    /** Takes away what newer releases store besides; the document's id. */
    private String made(String collection, Bson filter, List<String> fields) {
        var documents = database.getCollection(collection);
        var newer = documents.find(filter).first().keySet().stream()
                .filter(field -> !fields.contains(field))
                .map(Updates::unset)
                .toList();
        if (!newer.isEmpty()) {
            documents.updateOne(filter, Updates.combine(newer));
        }
        return documents.find(filter).first().getString("_id");
    }
}
