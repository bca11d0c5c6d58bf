package io.capitune.auth.rights;

import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class DataPageTest {

    @Inject
    Mails mails;

    @Inject
    MongoDatabase database;

    @Test
    void visitorsSignInFirst() {
        var visitor = new Browser().get("/account/data");

        assertThat(visitor.statusCode()).isEqualTo(303);
        assertThat(visitor.headers().firstValue("Location")).contains("/login?next=%2Faccount%2Fdata");
    }

    @Test
    void pageOffersTheDownloadTheConsentAndTheEnd() {
        var page = Person.signedIn(mails, "page@data.exemple.fr")
                .request()
                .get("/account/data")
                .body()
                .asString();

        assertThat(page).contains("/account/data/export", "hx-get=\"/cv/consent\"", "/account/data/delete");
        assertThat(page).contains("Mes données").doesNotContain("rights:");
    }

    @Test
    void pageSpeaksEnglish() {
        var me = Person.signedIn(mails, "page-en@data.exemple.fr");
        me.browser()
                .with("Authorization", me.token())
                .postForm("/language", Map.of("locale", "en", "next", "/account/data"));
        var english = me.browser().without("Authorization").token();

        var page = me.browser()
                .with("Authorization", english)
                .get("/account/data/delete")
                .body();

        assertThat(page).contains("lang=\"en\"", "What will be erased", "What stays, and why", "Your open sessions: ");
    }

    @Test
    void wrongAddressIsToldAtItsField() {
        var answer = Person.signedIn(mails, "page-wrong@data.exemple.fr")
                .post("/account/data/delete", "confirm", "somebody@data.exemple.fr");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().asString())
                .contains("aria-invalid=\"true\"", "id=\"confirm-error\"", "value=\"somebody@data.exemple.fr\"");
    }

    @Test
    void rightAddressClosesTheAccountAndEndsTheSession() {
        var me = Person.signedIn(mails, "page-done@data.exemple.fr");

        var answer = me.post("/account/data/delete", "confirm", " Page-Done@data.exemple.fr ");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).contains("session=").contains("Max-Age=0");
        assertThat(answer.header("Clear-Site-Data")).as("drafts on this device").isEqualTo("\"storage\"");
        assertThat(answer.body().asString()).contains("Votre compte est fermé");
        assertThat(database.getCollection("accounts")
                        .find(Filters.eq("_id", me.id()))
                        .first()
                        .get("closedAt"))
                .isNotNull();
    }

    @Test
    void signingInAgainLeadsBack() {
        var answer = Person.signedIn(mails, "page-again@data.exemple.fr").post("/account/data/again", "unused", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/account/security/again?next=%2Faccount%2Fdata%2Fdelete");
    }
}
