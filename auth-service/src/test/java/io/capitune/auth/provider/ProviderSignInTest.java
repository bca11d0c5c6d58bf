package io.capitune.auth.provider;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.mongodb.client.model.Filters.eq;
import static io.capitune.auth.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

/** Who comes in with a real OpenID provider, and by which address. */
@QuarkusTest
@AuthTest
@WithTestResource(ProvidersResource.class)
class ProviderSignInTest {

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    StoredIdentities identities;

    @Inject
    MongoDatabase database;

    @Test
    void newPersonHasAnAccountAndIsIn() {
        var browser = new Browser();

        var back = Visit.begin(browser, "google").backAs("new", "new@provider.exemple.fr", "true");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/cv");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(people.id("new@provider.exemple.fr"));
        assertThat(Claims.of(browser.token()).getJsonArray("roles")).containsExactly("candidate");
        assertThat(notices.kinds("new@provider.exemple.fr")).containsExactly("provider-linked");
        assertThat(notices.to("new@provider.exemple.fr").getFirst().toString())
                .contains("Google")
                .contains("/account/security");
    }

    @Test
    void verifiedAddressLinksTheAccountThatThereIs() {
        new Browser().signIn(mails, "known@provider.exemple.fr");
        var id = people.id("known@provider.exemple.fr");
        var browser = new Browser();

        Visit.begin(browser, "google").backAs("known", "known@provider.exemple.fr", "true");

        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(id);
        assertThat(identities.of(id)).hasSize(1);
    }

    @Test
    void knownPersonComesInWhateverTheAddressIsByNow() {
        Visit.begin(new Browser(), "google").backAs("moved", "before@provider.exemple.fr", "true");
        new Browser().signIn(mails, "victim@provider.exemple.fr");
        var browser = new Browser();

        Visit.begin(browser, "google").backAs("moved", "victim@provider.exemple.fr", "true");
        assertThat(Claims.of(browser.token()).getString("sub"))
                .as("another account's address changes nothing")
                .isEqualTo(people.id("before@provider.exemple.fr"));

        var later = new Browser();
        Visit.begin(later, "google").backAs("moved", null, null);
        assertThat(Claims.of(later.token()).getString("sub")).isEqualTo(people.id("before@provider.exemple.fr"));
        assertThat(notices.kinds("before@provider.exemple.fr"))
                .containsExactly("provider-linked", "new-device", "new-device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"false\"", "\"yes\"", "1", "null"})
    void addressThatTheProviderDoesNotVouchForOpensNothing(String verified) {
        new Browser().signIn(mails, "hijacked@provider.exemple.fr");
        for (var email : List.of("hijacked@provider.exemple.fr", "nobody@provider.exemple.fr")) {
            var browser = new Browser();

            var back = Visit.begin(browser, "google").backAs("hijacker", email, verified);

            assertThat(back.statusCode()).isEqualTo(403);
            assertThat(back.body())
                    .contains("Google ne confirme pas votre adresse", "href=\"/login?next=%2Fcv\"")
                    .doesNotContain(email);
            assertThat(browser.token()).isEmpty();
        }
        assertThat(identities.of(people.id("hijacked@provider.exemple.fr"))).isEmpty();
        assertThat(database.getCollection("accounts").countDocuments(eq("email", "nobody@provider.exemple.fr")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({",true", "no address at all,true", "nothing-said@provider.exemple.fr,"})
    void withoutAVerifiedAddressNobodyIsLinked(String email, String verified) {
        var back = Visit.begin(new Browser(), "google").backAs("incomplete", email, verified);
        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(identities.ofSubject("incomplete")).isZero();
    }

    @Test
    void textThatSaysTrueIsAWordToo() {
        var browser = new Browser();
        Visit.begin(browser, "google").backAs("as-text", "as-text@provider.exemple.fr", "\"true\"");
        assertThat(browser.token()).isNotEmpty();
    }

    @Test
    void addressInCapitalsIsTheSameAddress() {
        new Browser().signIn(mails, "capitals@provider.exemple.fr");
        var browser = new Browser();
        Visit.begin(browser, "google").backAs("capitals", "Capitals@Provider.Exemple.FR", "true");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(people.id("capitals@provider.exemple.fr"));
    }

    @Test
    void addressIsAskedForAtUserInfoWhereTheTokenHasNone() {
        var browser = new Browser();
        Visit.begin(browser, "company").backAs("employee", "employee@provider.exemple.fr", "true");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(people.id("employee@provider.exemple.fr"));
    }

    @Test
    void samePersonOfTwoProvidersIsLinkedTwice() {
        Visit.begin(new Browser(), "google").backAs("same", "both@provider.exemple.fr", "true");
        Visit.begin(new Browser(), "company").backAs("same", "both@provider.exemple.fr", "true");
        assertThat(identities.of(people.id("both@provider.exemple.fr"))).hasSize(2);
    }

    @Test
    void sharedDeviceForgetsWhenTheBrowserIsClosed() {
        var browser = new Browser();
        var back = Visit.begin(browser, "google", Map.of("next", "/cv", "shared", "true"))
                .backAs("shared", "shared@provider.exemple.fr", "true");
        assertThat(back.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("session="))
                .singleElement()
                .asString()
                .doesNotContain("Max-Age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/login", ""})
    void nobodyIsSentToAnotherSite(String next) {
        var back = Visit.begin(new Browser(), "google", Map.of("next", next))
                .backAs("redirected", "redirected@provider.exemple.fr", "true");
        assertThat(location(back)).isEqualTo("/generate");
    }

    @Test
    void whoeverRefusesThereIsOfferedTheOtherWaysHere() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").refusing();

        var back = browser.get(answer);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body())
                .contains("Connexion avec Google interrompue", "href=\"/login?next=%2Fcv\"", "value=\"/cv\"");
        assertThat(browser.get(answer).statusCode()).as("the answer was used").isEqualTo(410);
    }
}
