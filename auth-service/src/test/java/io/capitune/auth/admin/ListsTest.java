package io.capitune.auth.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.account.Account;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists show each thing once, part by part, whatever begins meanwhile. */
@QuarkusTest
@AuthTest
class ListsTest {

    @Inject
    People people;

    @Inject
    UserAdministration administration;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String run;
    private Account admin;
    private Browser browser;

    @BeforeEach
    void signIn() {
        run = "list" + random.digits(12);
        admin = people.admin("admin-" + run + "@exemple.fr");
        browser = people.browser(admin);
    }

    @Test
    void everyAccountIsListedOnceWhileOthersBegin() throws Exception {
        var expected = IntStream.range(0, 57).mapToObj(this::candidate).toList();
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var beginning = threads.submit(() -> {
                for (var number = 100; !done.get(); number++) {
                    candidate(number);
                }
            });
            var listed = everyId("/api/admin/users?limit=5&q=" + run, item -> item.getString("id"));
            done.set(true);
            beginning.get();

            assertThat(listed).doesNotHaveDuplicates().containsAll(expected);
        }
    }

    @Test
    void accountsOfOneMomentAreAllListed() {
        var expected = IntStream.range(0, 11).mapToObj(this::candidate).toList();
        database.getCollection("accounts")
                .updateMany(
                        Filters.regex("email", "^" + run),
                        Updates.set("createdAt", Date.from(Instant.parse("2026-01-01T00:00:00Z"))));

        assertThat(everyId("/api/admin/users?limit=2&q=" + run, item -> item.getString("id")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void accountsAreFoundByTheBeginningOfTheAddressOrTheWholeId() {
        var id = candidate(1);
        var address = run + "-1@exemple.fr";
        assertThat(find("q=" + run)).containsExactly(id);
        assertThat(find("q=%20" + run.toUpperCase(java.util.Locale.ROOT) + "-1%40EXEMPLE"))
                .containsExactly(id);
        assertThat(find("q=" + address)).containsExactly(id);
        assertThat(find("q=" + id)).containsExactly(id);
        assertThat(find("q=" + run.substring(1))).isEmpty();
        assertThat(find("q=" + id.substring(1))).isEmpty();
        assertThat(find("q=.*")).isEmpty();
        assertThat(find("q=%5C%24%7B%22%24gt%22:%22%22%7D")).isEmpty();
    }

    @Test
    void accountsAreFilteredByRoleAndState() {
        var candidate = candidate(1);
        var professional =
                people.with(Account.PROFESSIONAL, run + "-pro@exemple.fr").id();
        var suspended = candidate(2);
        administration.suspend(new Actor(admin.id(), "192.0.2.1"), suspended, "a reason of enough characters");

        assertThat(find("role=candidate&q=" + run)).containsExactlyInAnyOrder(candidate, suspended);
        assertThat(find("role=professional&state=&q=" + run)).containsExactly(professional);
        assertThat(find("state=suspended&q=" + run)).containsExactly(suspended);
        assertThat(find("state=open&role=candidate&q=" + run)).containsExactly(candidate);
        assertThat(find("role=admin&q=" + run)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (var query :
                List.of("role=king", "state=half", "limit=0", "limit=101", "limit=x", "cursor=x", "cursor=OjpY")) {
            assertThat(browser.get("/api/admin/users?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        for (var query : List.of(
                "from=yesterday",
                "to=2026-02-30",
                "from=%2B999999999-01-01",
                "limit=0",
                "cursor=-1",
                "cursor=x",
                "reason=" + "a".repeat(501))) {
            assertThat(browser.get("/api/admin/audit?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void everyEntryIsListedOnceWhileOthersAreWritten() {
        var person = candidate(1);
        for (var number = 0; number < 6; number++) {
            toggle(person);
        }
        var before = browser.get("/api/admin/audit?limit=5&subject=" + person).body();
        toggle(person);
        toggle(person);

        var first = new JsonObject(before);
        var listed = new ArrayList<Long>();
        first.getJsonArray("items").forEach(item -> listed.add(((JsonObject) item).getLong("number")));
        var rest = everyId(
                "/api/admin/audit?limit=5&subject=" + person + "&cursor=" + first.getString("next"),
                item -> item.getLong("number"));
        listed.addAll(rest);

        assertThat(listed).hasSize(12).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void entriesAreFoundByActorSubjectActAndDay() {
        var person = candidate(1);
        toggle(person);
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));

        assertThat(acts("actor=" + admin.id())).containsExactly("account.restored", "account.suspended");
        assertThat(acts("actor=" + admin.email() + "&act=account.suspended")).containsExactly("account.suspended");
        assertThat(acts("subject=" + run + "-1%40exemple.fr")).hasSize(2);
        assertThat(acts("subject=" + person + "&from=" + today + "&to=" + today))
                .hasSize(2);
        assertThat(acts("subject=" + person + "&from=" + today.plusDays(1))).isEmpty();
        assertThat(acts("subject=" + person + "&to=" + today.minusDays(1))).isEmpty();
        assertThat(acts("subject=nobody@exemple.fr")).isEmpty();
        assertThat(acts("actor=operator&subject=" + person)).isEmpty();
    }

    @Test
    void entriesAreFoundByNetworkAndWordsOfTheReason() {
        var person = candidate(1);
        var office = new Actor(admin.id(), "192.0.2.1");
        var home = new Actor(admin.id(), "20010db800000001");
        administration.suspend(office, person, "Plaintes répétées d’une école à Œuilly");
        administration.restore(home, person, "Plaintes retirées par l’école");
        var of = "subject=" + person;

        assertThat(acts(of + "&source=192.0.2.1")).containsExactly("account.suspended");
        for (var network : List.of("2001:db8:0:1::/64", "2001:DB8:0:1::7", "20010DB800000001")) {
            assertThat(acts(of + "&source=" + network.replace("/", "%2F"))).containsExactly("account.restored");
        }
        assertThat(acts(of + "&source=192.0.2.2")).isEmpty();
        assertThat(acts(of + "&reason=PLAINTES+ecole")).hasSize(2);
        assertThat(acts(of + "&reason=oeuilly")).containsExactly("account.suspended");
        assertThat(acts(of + "&reason=retirees,+l%27%C3%A9cole")).containsExactly("account.restored");
        assertThat(acts(of + "&reason=plaint")).isEmpty();
        assertThat(acts(of + "&reason=plaintes+absent")).isEmpty();
        assertThat(acts(of + "&reason=%3F%21")).isEmpty();
        assertThat(acts(of + "&reason=.*")).isEmpty();
        assertThat(acts(of + "&reason=%20")).hasSize(2);
    }

    @Test
    void everyCombinationOfConditionsFindsWhatMeetsAllOfThem() {
        var person = candidate(1);
        toggle(person);
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        var right = List.of(
                "actor=" + admin.id(),
                "subject=" + person,
                "act=account.suspended",
                "source=192.0.2.1",
                "reason=enough+reason",
                "from=" + today,
                "to=" + today);
        var wrong = List.of(
                "actor=operator",
                "subject=nobody",
                "act=account.restored",
                "source=192.0.2.9",
                "reason=enough+else",
                "from=" + today.plusDays(1),
                "to=" + today.minusDays(1));
        for (var chosen = 0; chosen < 1 << right.size(); chosen++) {
            var bits = chosen;
            var some = IntStream.range(0, right.size())
                    .filter(index -> (bits & 1 << index) != 0)
                    .boxed()
                    .toList();
            var query = some.stream().map(right::get).collect(Collectors.joining("&"));
            assertThat(numbers(query)).as(query).contains(suspensionOf(person));
            for (var index : some) {
                var spoilt = some.stream()
                        .map(each -> each.equals(index) ? wrong.get(each) : right.get(each))
                        .collect(Collectors.joining("&"));
                assertThat(numbers(spoilt)).as(spoilt).doesNotContain(suspensionOf(person));
            }
        }
    }

    @Test
    void foundEntriesArePagedByCursor() {
        var person = candidate(1);
        IntStream.range(0, 6).forEach(round -> toggle(person));

        var found = everyId(
                "/api/admin/audit?limit=2&reason=enough&source=192.0.2.1&subject=" + person,
                item -> item.getLong("number"));

        assertThat(found).hasSize(6).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    private List<Long> numbers(String query) {
        return page("/api/admin/audit?limit=100&" + query).getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getLong("number"))
                .toList();
    }

    private Long suspensionOf(String person) {
        return numbers("act=account.suspended&subject=" + person).getFirst();
    }

    private String candidate(int number) {
        return people.with(Account.CANDIDATE, run + "-" + number + "@exemple.fr")
                .id();
    }

    private void toggle(String person) {
        var actor = new Actor(admin.id(), "192.0.2.1");
        administration.suspend(actor, person, "a reason of enough characters");
        administration.restore(actor, person, null);
    }

    private List<String> find(String query) {
        return page("/api/admin/users?" + query).getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private List<String> acts(String query) {
        return page("/api/admin/audit?" + query).getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("act"))
                .toList();
    }

    private <T> List<T> everyId(String first, Function<JsonObject, T> id) {
        var all = new ArrayList<T>();
        var path = first;
        while (path != null) {
            var part = page(path);
            part.getJsonArray("items").forEach(item -> all.add(id.apply((JsonObject) item)));
            var next = part.getString("next");
            path = next == null ? null : first.replaceAll("&cursor=.*", "") + "&cursor=" + next;
        }
        return all;
    }

    private JsonObject page(String path) {
        var response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return new JsonObject(response.body());
    }
}
