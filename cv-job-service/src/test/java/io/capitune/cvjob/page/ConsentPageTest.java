package io.capitune.cvjob.page;

import io.capitune.cvjob.Api;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMongo
@WithTokens
class ConsentPageTest {

    private final Api api = Api.ofSomebody();

    @Test
    void choiceIsShownWithItsTimeAndCanBeChanged() {
        api.get("/cv/consent").statusCode(200).body(containsString("Vous n’avez pas donné cet accord."));

        choose("true");
        api.get("/cv/consent").body(containsString("Vous avez donné votre accord le"));
        api.get("/api/cv/consent").body("model", equalTo(true)).body("at", notNullValue());

        choose("false");
        api.get("/cv/consent").body(containsString("Vous l’avez retiré ou refusé le"));
        api.get("/api/cv/consent").body("model", equalTo(false));
    }

    @Test
    void nothingSaidHasNoTime() {
        api.get("/api/cv/consent").body("model", equalTo(false)).body("at", nullValue());
    }

    @Test
    void anotherPageGetsThePartAlone() {
        api.request()
                .header("HX-Request", "true")
                .get("/cv/consent")
                .then()
                .statusCode(200)
                .body(not(containsString("<html")))
                .body(containsString("action=\"/cv/consent\""));
    }

    @Test
    void englishIsSpoken() {
        Api.ofSomebody("en").get("/cv/consent").body(containsString("You have not agreed to it."));
    }

    private void choose(String model) {
        api.request()
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("model", model)
                .post("/cv/consent")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/account/data"));
    }
}
