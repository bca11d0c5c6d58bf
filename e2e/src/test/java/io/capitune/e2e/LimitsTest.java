package io.capitune.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits are exact over all replicas: of many calls at once that two processes share, as many are allowed as of calls to one. */
class LimitsTest {

    private static final String ASK = "/api/auth/signin/email";
    private static final int BEYOND = 4;

    // The defaults of auth-service (AuthConfig).
    private static final int MAILS_PER_ADDRESS = 10;
    private static final int CODE_TRIES = 5;
    private static final int CHANGES_PER_ACCOUNT = 5;
    private static final int DOWNLOADS_PER_ACCOUNT = 5;
    private static final int NEW_DEVICES = 10;

    private static final String PASSWORD = "trois girafes à vélo";
    private static final String NEW_DEVICE = "Nouvelle connexion à votre compte";

    private final AuthReplicas replicas = AuthReplicas.get();
    private final String address = Candidate.newAddress();

    private static String asking(String email) {
        return Json.object().put("email", email).toString();
    }

    private static void assertDivided(List<String> answers, int allowed, String yes, String no) {
        assertThat(answers).filteredOn(yes::equals).hasSize(allowed);
        assertThat(answers).filteredOn(no::equals).hasSize(answers.size() - allowed);
    }

    /** What is asked for beyond a limit is answered alike: only the mailbox tells. */
    private static void assertMailed(int count, List<String> addresses) {
        assertMailed(Mailbox.SIGN_IN, count, addresses);
    }

    private static void assertMailed(String subject, int count, List<String> addresses) {
        Awaitility.await("%d mails and not one more".formatted(count))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .during(Duration.ofMillis(500))
                .until(() -> addresses.stream()
                                .mapToInt(it -> Mailbox.all(it, subject).size())
                                .sum()
                        == count);
    }

    @Test
    void mailsToOneAddress() {
        Crowd.atOnce(MAILS_PER_ADDRESS + BEYOND, i -> replicas.at(i).postJson(ASK, asking(address)));

        assertMailed(MAILS_PER_ADDRESS, List.of(address));
    }

    @Test
    void mailsOfRegistrationsToOneAddress() {
        Crowd.atOnce(MAILS_PER_ADDRESS + BEYOND, i -> replicas.at(i).postJson("/api/auth/register", asking(address)));

        assertMailed(Mailbox.REGISTER, MAILS_PER_ADDRESS, List.of(address));
    }

    @Test
    void mailsOfForgottenPasswordsToOneAddress() {
        Candidate.signedIn(address);

        Crowd.atOnce(
                MAILS_PER_ADDRESS + BEYOND, i -> replicas.at(i).postJson("/api/auth/forgot-password", asking(address)));

        assertMailed(Mailbox.RESET, MAILS_PER_ADDRESS, List.of(address));
    }

    @Test
    void mailsOfChangesToOneAddress() {
        // One account asks for so few that several have to, and one browser for one.
        var browsers = Stream.generate(Candidate::signedIn)
                .limit(MAILS_PER_ADDRESS / CHANGES_PER_ACCOUNT + 1)
                .flatMap(owner -> Stream.generate(() -> replicas.bearing(owner)).limit(CHANGES_PER_ACCOUNT))
                .toList();

        var answers = Crowd.atOnce(
                browsers.size(),
                i -> browsers.get(i)
                        .postJson("/api/auth/change-email", asking(address))
                        .status());

        assertThat(answers).as("no answer tells which").containsOnly(202);
        assertMailed(Mailbox.CONFIRM_ADDRESS, MAILS_PER_ADDRESS, List.of(address));
    }

    @Test
    void changesOfAddressThatOneAccountAsksFor() {
        var owner = replicas.bearing(Candidate.signedIn(address));

        var answers = Crowd.atOnce(
                CHANGES_PER_ACCOUNT + BEYOND,
                i -> owner.postJson("/api/auth/change-email", asking(Candidate.newAddress()))
                        .status());

        assertThat(answers).filteredOn(status -> status == 202).hasSize(CHANGES_PER_ACCOUNT);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(BEYOND);
    }

    @Test
    void downloadsOfOneAccount() {
        var owner = replicas.bearing(Candidate.signedIn(address));

        var answers = Crowd.atOnce(
                DOWNLOADS_PER_ACCOUNT + BEYOND,
                i -> owner.get("/api/users/me/export").status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(DOWNLOADS_PER_ACCOUNT);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(BEYOND);
    }

    @Test
    void signInsWithAProviderBegunByOneNetwork() {
        var network = replicas.byTurns();

        var answers = Crowd.atOnce(
                AuthReplicas.PER_SOURCE + BEYOND,
                i -> network.postForm("/login/with/essai", Map.of()).status());

        // Whether the provider answers is of no matter to it.
        assertThat(answers)
                .filteredOn(status -> status == 429)
                .as("%s", answers)
                .hasSize(BEYOND);
    }

    @Test
    void mailsToOneAddressAskedForInOneBrowser() {
        var person = replicas.byTurns();
        person.postJson(ASK, asking(Candidate.newAddress()));

        Crowd.atOnce(BEYOND, i -> person.postJson(ASK, asking(address)));

        assertMailed(1, List.of(address));
    }

    @Test
    void mailsAskedForByOneNetwork() {
        var network = replicas.byTurns();
        var addresses = Stream.generate(Candidate::newAddress)
                .limit(AuthReplicas.PER_SOURCE + BEYOND)
                .toList();

        Crowd.atOnce(addresses.size(), i -> network.postJson(ASK, asking(addresses.get(i))));

        assertMailed(AuthReplicas.PER_SOURCE, addresses);
    }

    @Test
    void codesOfOneMail() {
        var person = replicas.byTurns();
        person.postJson(ASK, asking(address));
        var mail = Mailbox.await(address, Mailbox.SIGN_IN);
        var wrong = mail.code().equals("000000") ? "000001" : "000000";

        var answers = Crowd.atOnce(CODE_TRIES + BEYOND, i -> typed(person, "/api/auth/signin/code", wrong));

        assertDivided(answers, CODE_TRIES, "422 CODE_WRONG", "429 CODE_TRIES_REACHED");
        assertThat(typed(person, "/api/auth/signin/code", mail.code())).isEqualTo("429 CODE_TRIES_REACHED");
        assertThat(person.get(mail.path()).status()).as("its link").isEqualTo(303);
    }

    @Test
    void codesOfAllMailsToOneAddress() {
        assertCodesADay(replicas::byTurns);
    }

    @Test
    void codesInABrowserThatTheAccountKnowsCountApart() {
        var device = Candidate.signedIn(address).cookie("device");

        assertCodesADay(() -> replicas.byTurns().plant("device", device));
        assertCodesADay(replicas::byTurns);
    }

    private void assertCodesADay(Supplier<Visitor> browser) {
        var people = Stream.generate(browser).limit(3).toList();
        var codes = new ArrayList<String>();
        for (var person : people) {
            var before = Mailbox.all(address, Mailbox.SIGN_IN).size();
            person.postJson(ASK, asking(address));
            codes.add(Mailbox.await(address, Mailbox.SIGN_IN, before + 1).code());
        }
        var wrong = Stream.of("000000", "000001", "000002", "000003")
                .filter(code -> !codes.contains(code))
                .findFirst()
                .orElseThrow();

        var answers = Crowd.atOnce(
                people.size() * CODE_TRIES, i -> typed(people.get(i % people.size()), "/api/auth/signin/code", wrong));

        assertDivided(answers, AuthReplicas.CODES_PER_DAY, "422 CODE_WRONG", "429 CODE_TRIES_REACHED");
    }

    @Test
    void codesOfMailsToManyAddressesFromOneNetwork() {
        var browsers = Stream.generate(() -> replicas.byTurns().with("X-Forwarded-For", "198.18.200.1"))
                .limit(AuthReplicas.CODES_PER_SOURCE / CODE_TRIES + 1)
                .toList();
        var codes = new ArrayList<String>();
        for (var browser : browsers) {
            var asked = Candidate.newAddress();
            browser.postJson(ASK, asking(asked));
            codes.add(Mailbox.await(asked, Mailbox.SIGN_IN).code());
        }
        var wrong = IntStream.range(0, 100)
                .mapToObj("%06d"::formatted)
                .filter(code -> !codes.contains(code))
                .findFirst()
                .orElseThrow();

        var answers = Crowd.atOnce(
                browsers.size() * CODE_TRIES,
                i -> typed(browsers.get(i % browsers.size()), "/api/auth/signin/code", wrong));

        assertDivided(answers, AuthReplicas.CODES_PER_SOURCE, "422 CODE_WRONG", "429 CODE_TRIES_REACHED");
    }

    @Test
    void mailsThatTellOneAccountOfNewDevices() {
        var owner = Candidate.signedIn(address).choosing(PASSWORD);
        var devices = Stream.of("Firefox/1", "Chrome/1", "Safari/1", "Vivaldi/1")
                .flatMap(browser ->
                        Stream.of("Windows", "Linux", "Android").map(system -> browser + " (" + system + ")"))
                .toList();
        // Its first device was told of to nobody.
        var allowed = NEW_DEVICES - 1;
        for (int i = 0; i < allowed - 1; i++) {
            signInWith(devices.get(i), i);
        }

        // As many as passwords are free to be tried at once.
        Crowd.atOnce(devices.size() - allowed + 1, i -> signInWith(devices.get(allowed - 1 + i), i));

        assertMailed(NEW_DEVICE, allowed, List.of(owner.email()));
    }

    private int signInWith(String device, int number) {
        var body = Json.object().put("email", address).put("password", PASSWORD);
        var answer = replicas.at(number).with("User-Agent", device).postJson("/api/auth/login", body.toString());
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.status();
    }

    @Test
    void codesOfOneApp() {
        var owner = Candidate.signedIn(address);
        var app = AuthenticatorApp.setUpFor(owner);
        var person = replicas.byTurns();
        person.postJson(ASK, asking(address));
        person.get(Mailbox.await(address, Mailbox.SIGN_IN, 2).path());

        var answers = Crowd.atOnce(CODE_TRIES + BEYOND, i -> typed(person, "/api/auth/signin/second", app.wrongCode()));

        assertThat(answers).filteredOn("422 CODE_WRONG"::equals).hasSize(CODE_TRIES);
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("422 CODE_WRONG"))
                .as("those who come when the last try is gone find nothing that waits")
                .allMatch(List.of("429 CODE_TRIES_REACHED", "410 SIGNIN_EXPIRED")::contains);
    }

    private static String typed(Visitor person, String path, String code) {
        return person.postJson(path, Json.object().put("code", code).toString()).refusal();
    }

    @Test
    void passkeyChallengesOfOneNetwork() {
        var network = replicas.byTurns();

        var answers = Crowd.atOnce(
                AuthReplicas.PER_SOURCE + BEYOND,
                i -> network.post("/api/auth/signin/passkey/options").status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(AuthReplicas.PER_SOURCE);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(BEYOND);
    }

    @Test
    void secretsOfClientsTriedByOneNetwork() {
        var network = replicas.byTurns();
        var form = Map.of("grant_type", "client_credentials", "client_id", "operator", "client_secret", "a guess");

        var answers = Crowd.atOnce(
                AuthReplicas.PER_SOURCE + BEYOND,
                i -> network.postForm("/api/auth/token", form).status());

        assertThat(answers).filteredOn(status -> status == 401).hasSize(AuthReplicas.PER_SOURCE);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(BEYOND);
    }
}
