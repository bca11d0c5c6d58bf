package io.capitune.auth.password;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.People;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hashing costs a processor and 19 MiB: what would take too much of it is refused before. */
@QuarkusTest
@AuthTest
class HashLoadTest {

    /** More than wait for the threads that hash. */
    private static final int CROWD = 120;

    /** {@code quarkus.http.limits.max-body-size}. */
    private static final int BODY = 16 * 1024;

    /** A field of a form, by Vert.x. */
    private static final int FIELD = 2048;

    @Inject
    MeterRegistry metrics;

    @Inject
    People people;

    @Test
    void whoeverFindsAllPlacesTakenIsToldToComeBack() {
        var answers = atOnce(i -> login("crowd-%d@load.exemple.fr".formatted(i), "not this one"));

        var refused =
                answers.stream().filter(answer -> answer.statusCode() != 401).toList();
        assertThat(refused).isNotEmpty().hasSizeLessThan(CROWD).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"BUSY\"");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        });
        assertThat(login("afterwards@load.exemple.fr", "not this one").statusCode())
                .isEqualTo(401);
    }

    @Test
    void peopleAreToldByAPage() {
        var answers = atOnce(i -> new Browser()
                .with("Accept", "text/html")
                .postForm(
                        "/login/password",
                        Map.of("email", "page-%d@load.exemple.fr".formatted(i), "password", "not this one")));

        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 422)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).startsWith("<!doctype html>");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 12_000, 1_000_000})
    void enormousPasswordIsRefusedAndNeverHashed(int length) {
        var enormous = "x".repeat(length);
        var person = people.signedIn("enormous-%d@load.exemple.fr".formatted(length));
        var before = hashes();

        var large = length > BODY;
        assertThat(login("somebody@load.exemple.fr", enormous).statusCode()).isEqualTo(large ? 413 : 401);
        assertThat(send(person, "/api/auth/change-password", enormous)).isEqualTo(large ? 413 : 422);
        assertThat(send(new Browser(), "/api/auth/register", enormous)).isEqualTo(large ? 413 : 422);
        for (var page : List.of("/login/password", "/register")) {
            var answer = new Browser()
                    .with("Accept", "text/html")
                    .postForm(page, Map.of("email", "somebody@load.exemple.fr", "password", enormous));
            assertThat(answer.statusCode()).as(page).isEqualTo(length > FIELD ? 413 : 422);
            assertThat(answer.body()).as(page).startsWith("<!doctype html>");
        }
        assertThat(hashes()).isEqualTo(before);
    }

    private double hashes() {
        return metrics.find("capitune.password.hashes").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static int send(Browser browser, String path, String password) {
        var body = new JsonObject().put("email", "new@load.exemple.fr").put("password", password);
        if (!path.endsWith("register")) {
            body.remove("email");
        }
        return browser.postJson(path, body.encode()).statusCode();
    }

    private static HttpResponse<String> login(String email, String password) {
        return new Browser().login(email, password);
    }

    @Test
    void passwordsThatAreHardToJudgeWaitTheirTurnToo() {
        var hostile = "4@8({[<369&#!1/|0$5+7%2zZ4@8({[<";
        var answers = atOnce(i -> new Browser()
                .postJson(
                        "/api/auth/register",
                        new JsonObject()
                                .put("email", "hostile-%d@load.exemple.fr".formatted(i))
                                .put("password", hostile)
                                .encode()));

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(202, 503)
                .containsOnly(202, 503);
    }

    private static List<HttpResponse<String>> atOnce(IntFunction<HttpResponse<String>> call) {
        return Crowd.atOnce(IntStream.range(0, CROWD)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> call.apply(i))
                .toList());
    }
}
