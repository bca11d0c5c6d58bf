package io.capitune.auth.signin;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.BiFunction;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A sign-in ends with a session, or does not end. */
@QuarkusTest
@AuthTest
class UndividedSignInTest {

    @Inject
    Mails mails;

    @Inject
    MongoDatabase database;

    enum Way {
        LINK((browser, mail) -> browser.get(mail.path())),
        BUTTON((browser, mail) -> browser.postForm("/api/auth/callback/email", Map.of("token", mail.token()))),
        CODE_BY_API((browser, mail) -> browser.postJson("/api/auth/signin/code", "{\"code\":\"" + mail.code() + "\"}")),
        CODE_BY_FORM((browser, mail) -> browser.postForm("/login/code", Map.of("code", mail.code())));

        private final BiFunction<Browser, Mails.Mail, HttpResponse<String>> enter;

        Way(BiFunction<Browser, Mails.Mail, HttpResponse<String>> enter) {
            this.enter = enter;
        }
    }

    @AfterEach
    void sessionsCanBeStored() {
        onlySessionsLike(new Document());
    }

    @ParameterizedTest
    @EnumSource
    void whereNoSessionCanBeStoredTheSignInCanStillBeUsed(Way way) {
        var email = "undivided-" + way.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "@exemple.fr";
        var browser = new Browser().signIn(mails, email.replace("undivided", "former"));
        var former = browser.cookie("session");
        var mail = ask(browser, email);

        onlySessionsLike(new Document("v", new Document("$lt", 0)));
        assertThat(way.enter.apply(browser, mail).statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(browser.cookie("session")).isEqualTo(former);
        assertThat(browser.token()).isNotEmpty();
        sessionsCanBeStored();

        assertThat(way.enter.apply(browser, mail).statusCode()).isLessThan(400);
        assertThat(browser.token()).isNotEmpty();
        var old = new Browser();
        old.plant("session", former);
        assertThat(old.token()).isEmpty();
    }

    @Test
    void ofSimultaneousCodesOneWins() {
        var browser = new Browser();
        var mail = ask(browser, "codes-race@exemple.fr");

        var statuses = Crowd.atOnce(
                100, () -> Way.CODE_BY_API.enter.apply(browser, mail).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(browser.token()).isNotEmpty();
    }

    private void onlySessionsLike(Document validator) {
        database.runCommand(new Document("collMod", "sessions").append("validator", validator));
    }

    private Mails.Mail ask(Browser browser, String email) {
        browser.postJson("/api/auth/signin/email", "{\"email\":\"" + email + "\"}");
        return mails.latest(email);
    }
}
