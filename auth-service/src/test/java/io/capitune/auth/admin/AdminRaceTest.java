package io.capitune.auth.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Crowd;
import io.capitune.auth.Notices;
import io.capitune.auth.account.Account;
import io.capitune.auth.audit.AuditVerification;
import io.capitune.auth.audit.ChainState;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What many administrators do at once. */
@QuarkusTest
@AuthTest
class AdminRaceTest {

    private static final String REASON = "{\"reason\":\"they were quicker than me\"}";
    private static final String DEMOTE = "{\"role\":\"candidate\",\"reason\":\"they were quicker than me\"}";

    @Inject
    People people;

    @Inject
    Notices notices;

    @Inject
    AuditVerification verification;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    @BeforeEach
    void nobodyElseAdministers() {
        database.getCollection("accounts")
                .updateMany(Filters.eq("roles", "admin"), Updates.set("roles", List.of("candidate")));
    }

    @AfterEach
    void chainIsWhole() {
        assertThat(verification.verify(null)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void ofTwoAdministratorsWhoDemoteEachOtherOneStays() {
        for (var round = 0; round < 10; round++) {
            nobodyElseAdministers();
            var one = admin();
            var other = admin();

            var statuses = Crowd.atOnce(() -> post(one, other, "role", DEMOTE), () -> post(other, one, "role", DEMOTE));

            assertThat(statuses).containsExactlyInAnyOrder(200, 403);
            assertThat(admins()).isEqualTo(1);
        }
    }

    @Test
    void ofTwoAdministratorsWhoDeleteEachOtherOneStays() {
        var one = admin();
        var other = admin();

        var statuses = Crowd.atOnce(
                () -> post(one, other, "delete", deletionOf(other)), () -> post(other, one, "delete", deletionOf(one)));

        assertThat(statuses).containsExactlyInAnyOrder(204, 403);
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void ofTwoAdministratorsWhoDeleteAndDemoteEachOtherOneStays() {
        var one = admin();
        var other = admin();

        Crowd.atOnce(() -> post(one, other, "delete", deletionOf(other)), () -> post(other, one, "role", DEMOTE));

        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void ofTwoAdministratorsWhoDeleteTheirOwnAccountsAtOnceOneStays() {
        var one = admin();
        var other = admin();

        var statuses = Crowd.atOnce(() -> deletesOwn(one), () -> deletesOwn(other));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(admins()).isEqualTo(1);
        assertThat(deletionsOfOwn(one, other))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("source")).startsWith("198.51."));
    }

    private List<Document> deletionsOfOwn(Account... admins) {
        return database.getCollection("audit")
                .find(Filters.and(
                        Filters.in(
                                "actor", Arrays.stream(admins).map(Account::id).toList()),
                        Filters.eq("act", "account.deleted")))
                .into(new ArrayList<>());
    }

    private int deletesOwn(Account admin) {
        return people.browser(admin)
                .postForm("/account/data/delete", Map.of("confirm", admin.email()))
                .statusCode();
    }

    private static String deletionOf(Account account) {
        return "{\"confirmation\":\"%s\",\"reason\":\"they were quicker than me\"}".formatted(account.email());
    }

    @Test
    void ofTenAdministratorsWhoSuspendAndDemoteEachOtherInACircleOneStays() {
        var circle = IntStream.range(0, 10).mapToObj(number -> admin()).toList();

        Crowd.atOnce(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(number -> () -> {
                    var next = circle.get((number + 1) % 10);
                    return number % 2 == 0
                            ? post(circle.get(number), next, "role", DEMOTE)
                            : post(circle.get(number), next, "suspend", REASON);
                })
                .toList());

        assertThat(admins()).isPositive();
    }

    @Test
    void ofAHundredSuspensionsOneIsMadeTellsAndIsWrittenDown() {
        var admin = admin();
        var person = people.with(Account.CANDIDATE, address());

        var statuses = Crowd.atOnce(100, () -> post(admin, person, "suspend", REASON));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(99);
        assertThat(notices.to(person.email())).hasSize(1);
        assertThat(database.getCollection("audit").countDocuments(Filters.eq("subject", person.id())))
                .isEqualTo(1);
    }

    @Test
    void ofTwentyAccountsForOneAddressOneIsOpened() {
        var admin = admin();
        var email = address();
        var body = "{\"email\":\"" + email + "\",\"role\":\"professional\"}";

        var statuses = Crowd.atOnce(
                20,
                () -> people.browser(admin).postJson("/api/admin/users", body).statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        assertThat(notices.to(email)).hasSize(1);
    }

    private int post(Account actor, Account subject, String act, String body) {
        return people.browser(actor)
                .postJson("/api/admin/users/" + subject.id() + "/" + act, body)
                .statusCode();
    }

    private long admins() {
        return database.getCollection("accounts")
                .countDocuments(Filters.and(
                        Filters.eq("roles", "admin"), Filters.eq("suspension", null), Filters.eq("closedAt", null)));
    }

    private Account admin() {
        return people.admin(address());
    }

    private String address() {
        return "race-" + random.digits(12) + "@exemple.fr";
    }
}
