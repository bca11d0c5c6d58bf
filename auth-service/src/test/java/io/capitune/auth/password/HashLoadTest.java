package io.capitune.auth.password;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.People;
import io.capitune.platform.error.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
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

    private static final int AT_ONCE = 2;

    private static final String CROWDED = "198.18.0.1";

    /** {@code quarkus.http.limits.max-body-size}. */
    private static final int BODY = 16 * 1024;

    /** A field of a form, by Vert.x. */
    private static final int FIELD = 2048;

    @Inject
    MeterRegistry metrics;

    @Inject
    People people;

    @Inject
    PasswordHasher hasher;

    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void whoeverFindsAllPlacesOfTheirNetworkTakenIsToldToComeBack() throws InterruptedException {
        whileNobodyHasRoom(() -> {
            var program = crowded().login("crowd@load.exemple.fr", "not this one");
            assertThat(program.statusCode()).isEqualTo(503);
            assertThat(program.body()).contains("\"code\":\"BUSY\"");
            assertThat(program.headers().firstValue("Retry-After")).contains("2");

            var page = crowded()
                    .with("Accept", "text/html")
                    .postForm("/login/password", Map.of("email", "page@load.exemple.fr", "password", "not this one"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).startsWith("<!doctype html>");
        });

        assertThat(crowded().login("crowd@load.exemple.fr", "not this one").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoeverWasTurnedAwayHasTriedNothing() throws InterruptedException {
        whileNobodyHasRoom(() -> IntStream.range(0, 8)
                .forEach(i -> assertThat(crowded()
                                .login("turned-away@load.exemple.fr", "not this one")
                                .statusCode())
                        .isEqualTo(503)));

        IntStream.range(0, 5)
                .forEach(i -> assertThat(crowded()
                                .login("turned-away@load.exemple.fr", "not this one")
                                .statusCode())
                        .isEqualTo(401));
    }

    @Test
    void crowdOfOneNetworkHoldsUpNobodyElse() throws InterruptedException {
        var mine = new FutureTask<>(() -> hasher.run("198.18.0.2", done::size));
        whileNobodyHasRoom(() -> {
            var me = Thread.ofPlatform().start(mine);
            Awaitility.await().until(() -> me.getState() == Thread.State.WAITING);
        });

        assertThat(mine)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(before -> assertThat((int) before).isLessThan(6));
    }

    /** Does something while the crowded network has all the work in hand that it may have. */
    private void whileNobodyHasRoom(Runnable act) throws InterruptedException {
        var release = new CountDownLatch(1);
        var begun = new CountDownLatch(AT_ONCE);
        Callable<Boolean> work = () -> {
            begun.countDown();
            release.await();
            return done.add("theirs");
        };
        try {
            IntStream.range(0, AT_ONCE).forEach(i -> start(work, begun));
            begun.await();
            var full = new CountDownLatch(1);
            IntStream.range(0, CROWD).forEach(i -> start(work, full));
            full.await();
            act.run();
        } finally {
            release.countDown();
        }
    }

    private void start(Callable<Boolean> work, CountDownLatch refused) {
        Thread.ofVirtual().start(() -> {
            try {
                hasher.run(CROWDED, work);
            } catch (ProblemException busy) {
                refused.countDown();
            }
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
    void passwordsAreJudgedInTheirTurnToo() throws InterruptedException {
        whileNobodyHasRoom(() -> assertThat(send(crowded(), "/api/auth/register", "4@8({[<369&#!1/|0$5+7%2zZ4@8({[<"))
                .isEqualTo(503));
    }

    private static Browser crowded() {
        return new Browser().with("X-Forwarded-For", CROWDED);
    }
}
