package io.capitune.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever asks with an address learns nothing of whether it has an account: neither from the answer nor from the work. */
@QuarkusTest
@AuthTest
class EnumerationTest {

    @Inject
    People people;

    @Inject
    MeterRegistry metrics;

    @Inject
    DatabaseCommands commands;

    /** The requests that name an address, and how many of them are within the limit of one address and browser. */
    enum Request {
        SIGN_IN("/api/auth/signin/email", 1),
        LOGIN("/api/auth/login", 5),
        REGISTER("/api/auth/register", 1),
        FORGOT_PASSWORD("/api/auth/forgot-password", 1),
        CHANGE_EMAIL("/api/auth/change-email", 1);

        private final String path;
        private final int within;

        Request(String path, int within) {
            this.path = path;
            this.within = within;
        }

        String body(String email) {
            var body = new JsonObject().put("email", email);
            return switch (this) {
                case SIGN_IN, FORGOT_PASSWORD -> body.encode();
                case LOGIN -> body.put("password", "certainly not this one").encode();
                case REGISTER, CHANGE_EMAIL -> body.put("password", PASSWORD).encode();
            };
        }

        String address(String who) {
            return who + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "@enum.exemple.fr";
        }
    }

    private record Seen(
            int status, String body, Map<String, List<String>> headers, double hashes, List<String> commands) {}

    @ParameterizedTest
    @EnumSource
    void knownAndUnknownAddressAreTheSameWithinTheLimitAndBeyond(Request request) {
        people.withPassword(request.address("known"));
        people.signedIn(request.address("bare"));
        var known = asking(request, "known-asker");
        var bare = asking(request, "bare-asker");
        var unknown = asking(request, "unknown-asker");

        for (var press = 0; press <= request.within; press++) {
            var seen = seen(request, known, request.address("known"));

            assertThat(seen(request, unknown, request.address("unknown")))
                    .as("no account, press %d", press)
                    .isEqualTo(seen);
            assertThat(seen(request, bare, request.address("bare")))
                    .as("no password, press %d", press)
                    .isEqualTo(seen);
            assertThat(seen.commands()).isNotEmpty();
            assertThat(seen.status()).isLessThan(500);
        }
    }

    /** A browser that may ask: only who is signed in, with a password of their own, asks for another address. */
    private Browser asking(Request request, String who) {
        return request == Request.CHANGE_EMAIL ? people.withPassword(request.address(who)) : new Browser();
    }

    private Seen seen(Request request, Browser browser, String email) {
        var hashes = metrics.counter("capitune.password.hashes").count();
        var answer = new AtomicReference<HttpResponse<String>>();
        var sent = commands.of(() -> answer.set(browser.postJson(request.path, request.body(email))));
        return new Seen(
                answer.get().statusCode(),
                withoutSeconds(answer.get().body()),
                headers(answer.get()),
                metrics.counter("capitune.password.hashes").count() - hashes,
                sent);
    }

    /** All but values that are random or the time of day. */
    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        var headers = new TreeMap<String, List<String>>(answer.headers().map());
        headers.remove("date");
        headers.remove("x-request-id");
        headers.computeIfPresent(
                "set-cookie",
                (name, cookies) -> cookies.stream()
                        .map(it -> it.replaceFirst("=[A-Za-z0-9_-]{43}", "=…"))
                        .toList());
        headers.computeIfPresent("retry-after", (name, seconds) -> List.of(aboutAMinute(seconds.getFirst())));
        return headers;
    }

    private static String withoutSeconds(String body) {
        return body.replaceAll("\\b[0-9]+ s\\b", "… s").replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"…\"");
    }

    /** Seconds pass between two requests; a minute's difference would tell something. */
    private static String aboutAMinute(String seconds) {
        assertThat(Long.parseLong(seconds)).isBetween(1L, 60L);
        return "…";
    }
}
