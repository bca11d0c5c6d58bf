package io.capitune.auth.address;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The links that change an address and take it back: what opens them, how often, and for how long. */
@QuarkusTest
@AuthTest
class UndoAddressTest extends AddressScene {

    @Test
    void scannersOfMailsChangeNothing() {
        var browser = people.signedIn("scanned@address.exemple.fr");
        addresses.ask(browser, "scanned-new@address.exemple.fr");
        var path = "/confirm-email?token=" + addresses.confirmation("scanned-new@address.exemple.fr");
        for (var i = 0; i < 3; i++) {
            assertThat(new Browser().head(path).statusCode()).isEqualTo(200);
            assertThat(new Browser().get(path).statusCode()).isEqualTo(200);
        }
        addresses.confirm("scanned-new@address.exemple.fr");
        var undo = "/undo-email?token=" + addresses.undoing("scanned@address.exemple.fr");
        for (var i = 0; i < 3; i++) {
            assertThat(new Browser().head(undo).statusCode()).isEqualTo(200);
            assertThat(new Browser().get(undo).statusCode()).isEqualTo(200);
        }
        assertThat(addresses.undo("scanned@address.exemple.fr").statusCode()).isEqualTo(200);
    }

    @Test
    void buttonPressedTwiceSaysTheSame() {
        var browser = people.signedIn("twice@address.exemple.fr");
        addresses.ask(browser, "twice-new@address.exemple.fr");
        var first = addresses.confirm("twice-new@address.exemple.fr");
        var second = addresses.confirm("twice-new@address.exemple.fr");
        assertThat(second.statusCode()).isEqualTo(200).isEqualTo(first.statusCode());
        assertThat(notices.kinds("twice@address.exemple.fr")).containsExactly("email-changed");

        assertThat(addresses.undo("twice@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(addresses.undo("twice@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(addresses.confirm("twice-new@address.exemple.fr").statusCode())
                .as("undone")
                .isEqualTo(410);
    }

    @Test
    void linkForOneThingIsNoneForAnother() {
        var browser = people.signedIn("purpose@address.exemple.fr");
        addresses.ask(browser, "purpose-new@address.exemple.fr");
        var token = addresses.confirmation("purpose-new@address.exemple.fr");
        assertThat(addresses.use("/api/auth/undo-email", token)).isEqualTo(410);
        assertThat(addresses.use("/api/auth/verify-email", token)).isEqualTo(410);
        addresses.confirm("purpose-new@address.exemple.fr");
        var undo = addresses.undoing("purpose@address.exemple.fr");
        assertThat(addresses.use("/api/auth/confirm-email", undo)).isEqualTo(410);
    }

    @Test
    void undoIsGoodForAWeek() {
        var browser = people.signedIn("week@address.exemple.fr");
        addresses.move(browser, "week-new@address.exemple.fr");
        clock.forward(Duration.ofDays(7).minusMinutes(1));
        assertThat(new Browser()
                        .get("/undo-email?token=" + addresses.undoing("week@address.exemple.fr"))
                        .statusCode())
                .isEqualTo(200);
        clock.forward(Duration.ofMinutes(2));
        var over = addresses.undo("week@address.exemple.fr");
        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(over.body()).contains("Ce lien ne rétablit plus l’adresse", "Quelqu’un d’autre", "href=\"/legal\"");
        assertThat(new Browser()
                        .with("Accept-Language", "en")
                        .get("/undo-email?token=" + addresses.undoing("week@address.exemple.fr"))
                        .body())
                .contains("This link no longer restores the address", "href=\"/legal\"");
        assertThat(people.id("week-new@address.exemple.fr")).isNotEmpty();
    }

    @Test
    void undoLeavesAnEarlierChangeOfTheOwnerUndoable() {
        var browser = people.signedIn("first@address.exemple.fr");
        addresses.move(browser, "second@address.exemple.fr");
        addresses.move(browser, "third@address.exemple.fr");
        assertThat(addresses.undo("second@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(addresses.undo("first@address.exemple.fr").statusCode()).isEqualTo(200);
    }

    @Test
    void addressThatSomebodyElseHasIsNotRestored() {
        var browser = people.signedIn("lost@address.exemple.fr");
        addresses.move(browser, "lost-new@address.exemple.fr");
        database.getCollection("accounts")
                .insertOne(new Document("_id", "squatter")
                        .append("email", "lost@address.exemple.fr")
                        .append("roles", List.of("candidate"))
                        .append("locale", "fr")
                        .append("createdAt", new Date())
                        .append("v", 1));

        var answer = addresses.undo("lost@address.exemple.fr");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("ne peut pas être rétablie");
        clock.forward(Duration.ofSeconds(4));
        assertThat(browser.token()).as("nothing has changed").isNotEmpty();

        database.getCollection("accounts").deleteOne(Filters.eq("_id", "squatter"));
        assertThat(addresses.undo("lost@address.exemple.fr").statusCode()).isEqualTo(200);
    }

    @Test
    void suspendedAccountIsTakenBackAndAClosedOneIsNot() {
        var browser = people.signedIn("suspended@address.exemple.fr");
        addresses.move(browser, "suspended-new@address.exemple.fr");
        var suspension = new Document("reason", "spam").append("by", "x").append("at", new Date());
        set("suspended-new@address.exemple.fr", "suspension", suspension);
        assertThat(addresses.undo("suspended@address.exemple.fr").statusCode()).isEqualTo(200);

        var closing = people.signedIn("closing@address.exemple.fr");
        addresses.ask(closing, "closing-new@address.exemple.fr");
        var link = addresses.confirmation("closing-new@address.exemple.fr");
        set("closing@address.exemple.fr", "closedAt", new Date());
        assertThat(addresses.use("/api/auth/confirm-email", link)).isEqualTo(410);
    }

    private void set(String email, String field, Object value) {
        database.getCollection("accounts").updateOne(Filters.eq("email", email), Updates.set(field, value));
    }
}
