package io.capitune.auth.rights;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Mails;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.testing.PrivacyPage;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A collection that nobody answers for would outlive the account whose data it holds. */
@QuarkusTest
@AuthTest
class PersonalCollectionsTest {

    /** What holds nothing that tells who somebody is, or ends by itself within minutes or days; each with its reason. */
    private static final Set<String> NOBODYS = Set.of(
            // Mails that are sent are blanked at once, and the rest goes 30 days later.
            "events",
            // Keyed hashes, for minutes.
            "rate_limits",
            "password_tries",
            // An account's number, for minutes.
            "pending_sign_ins",
            "passkey_challenges",
            // A browser's way to a provider and back, for minutes; whose it is shows at the end.
            "provider_sign_ins",
            "signing_keys",
            // The trace that is told of; it names nobody.
            Erasures.COLLECTION,
            // How far the audit log goes.
            "audit_head");

    @Inject
    @All
    List<PersonalData> parts;

    @Inject
    MongoDatabase database;

    @Inject
    Mails mails;

    @Test
    void everyCollectionIsAnsweredFor() {
        Person.signedIn(mails, "collections@exemple.fr").request().get("/api/users/me/export");
        var unanswered = new TreeSet<>(database.listCollectionNames().into(new TreeSet<>()));

        unanswered.removeAll(NOBODYS);
        parts.forEach(part -> unanswered.removeAll(part.collections()));

        assertThat(unanswered).isEmpty();
    }

    @Test
    void everyCollectionHasItsRowOnThePrivacyPage() {
        for (var page : PrivacyPage.all()) {
            var untold = new TreeSet<String>();
            parts.forEach(part -> untold.addAll(part.collections()));

            untold.removeAll(page.collections());

            assertThat(untold).as("%s", page).isEmpty();
        }
    }
}
