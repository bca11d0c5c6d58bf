package io.capitune.auth;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever asks with an address learns nothing of whether it has an account: neither from the answer and the page that it leads to, nor
 * from the work.
 */
@QuarkusTest
@AuthTest
class EnumerationTest {

    private static final int MAILS_PER_ADDRESS = 10;
    private static final int TRIES_PER_CODE = 5;

    // Of one length, so that no header has to differ.
    private static final String KNOWN = "known";
    private static final String WITHOUT_PASSWORD = "plain";
    private static final String UNKNOWN = "ghost";

    private static final String WRONG = "certainly not this one";

    @Inject
    People people;

    @Inject
    Mails mails;

    @Inject
    MeterRegistry metrics;

    @Inject
    DatabaseCommands commands;

    /** The requests and forms that name an address, their answer, and how many are within the limit of one address and browser. */
    enum Request {
        SIGN_IN("/api/auth/signin/email", 202, 1, Map.of()),
        LOGIN("/api/auth/login", 401, 5, Map.of("password", WRONG)),
        REGISTER("/api/auth/register", 202, 1, Map.of("password", PASSWORD)),
        REGISTER_BY_LINK("/api/auth/register", 202, 1, Map.of()),
        FORGOT_PASSWORD("/api/auth/forgot-password", 202, 1, Map.of()),
        CHANGE_EMAIL("/api/auth/change-email", 202, 1, Map.of("password", PASSWORD)),
        SIGN_IN_FORM("/login", 303, 1, Map.of()),
        LOGIN_FORM("/login/password", 422, 5, Map.of("password", WRONG)),
        REGISTER_FORM("/register", 200, 1, Map.of("password", PASSWORD)),
        REGISTER_FORM_BY_LINK("/register", 200, 1, Map.of("password", "")),
        FORGOT_PASSWORD_FORM("/forgot-password", 200, 1, Map.of()),
        CHANGE_EMAIL_FORM("/account/email", 200, 1, Map.of("password", PASSWORD)),
        CHANGE_EMAIL_FORM_UNPROVED("/account/email", 422, 5, Map.of("password", WRONG));

        private final String path;
        private final int status;
        private final int within;
        private final Map<String, String> others;

        Request(String path, int status, int within, Map<String, String> others) {
            this.path = path;
            this.status = status;
            this.within = within;
            this.others = others;
        }

        HttpResponse<String> send(Browser browser, String email) {
            var fields = new HashMap<String, String>(others);
            fields.put("email", email);
            return path.startsWith("/api/")
                    ? browser.postJson(path, JsonObject.mapFrom(fields).encode())
                    : browser.postForm(path, fields);
        }

        /** Only who is signed in, with a password of their own, asks for another address. */
        boolean ofSomebody() {
            return path.equals("/api/auth/change-email") || path.equals("/account/email");
        }

        String address(String who) {
            return EnumerationTest.address(who, name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private record Answer(int status, Map<String, List<String>> headers, String body) {}

    private record Seen(List<Answer> answers, double hashes, List<String> commands) {}

    @ParameterizedTest
    @EnumSource
    void knownAndUnknownAddressAreTheSameWithinTheLimitAndBeyond(Request request) {
        people.withPassword(request.address(KNOWN));
        people.signedIn(request.address(WITHOUT_PASSWORD));

        var known = presses(request, KNOWN);

        assertThat(presses(request, UNKNOWN)).as("no account").isEqualTo(known);
        assertThat(presses(request, WITHOUT_PASSWORD)).as("no password").isEqualTo(known);
        assertThat(known).allSatisfy(seen -> assertThat(seen.commands()).isNotEmpty());
        assertThat(known.subList(0, request.within))
                .extracting(seen -> seen.answers().getFirst().status())
                .containsOnly(request.status);
    }

    @Test
    void wrongCodeIsTheSameWhetherItsMailWentAndWhetherTheAddressIsKnown() {
        people.signedIn(address(KNOWN, "code"));

        var seen = Stream.of(KNOWN, UNKNOWN)
                .map(who -> address(who, "code"))
                .flatMap(email -> {
                    var mailed = asked(email);
                    var wrong = mails.latest(email).wrongCode();
                    IntStream.range(0, MAILS_PER_ADDRESS).forEach(more -> asked(email));
                    var suppressed = asked(email);
                    assertThat(mails.to(email)).hasSize(MAILS_PER_ADDRESS);
                    return Stream.of(codes(mailed, wrong), codes(suppressed, wrong));
                })
                .toList();

        assertThat(seen).allSatisfy(it -> assertThat(it).isEqualTo(seen.getFirst()));
        assertThat(seen.getFirst())
                .extracting(it -> it.answers().getFirst().status())
                .containsExactly(422, 422, 422, 422, 422, 429);
    }

    /** What a browser sees that asks as often as it may and once more. */
    private List<Seen> presses(Request request, String who) {
        var asker = request.address(who + "-asker");
        var browser = request.ofSomebody() ? people.withPassword(asker) : new Browser();
        return IntStream.rangeClosed(0, request.within)
                .mapToObj(press -> seen(browser, () -> request.send(browser, request.address(who))))
                .toList();
    }

    private List<Seen> codes(Browser browser, String wrong) {
        return IntStream.rangeClosed(0, TRIES_PER_CODE)
                .mapToObj(press -> seen(browser, () -> browser.postForm("/login/code", Map.of("code", wrong))))
                .toList();
    }

    private static Browser asked(String email) {
        var browser = new Browser();
        Request.SIGN_IN_FORM.send(browser, email);
        return browser;
    }

    private Seen seen(Browser browser, Supplier<HttpResponse<String>> act) {
        var hashes = hashes();
        var answers = new ArrayList<Answer>();
        var sent = commands.of(() -> {
            var answer = act.get();
            answers.add(comparable(answer));
            if (answer.statusCode() == 303) {
                answers.add(comparable(browser.get(Browser.location(answer))));
            }
        });
        return new Seen(answers, hashes() - hashes, sent);
    }

    private double hashes() {
        return metrics.find("capitune.password.hashes").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static String address(String who, String what) {
        return who + "-" + what + "@enum.exemple.fr";
    }

    /** The answer but for values that are random, the time of day or who was asked for. */
    private static Answer comparable(HttpResponse<String> answer) {
        var headers = new TreeMap<String, List<String>>(answer.headers().map());
        headers.remove("date");
        headers.remove("x-request-id");
        headers.computeIfPresent(
                "set-cookie",
                (name, cookies) -> cookies.stream()
                        .map(it -> it.replaceFirst("=[A-Za-z0-9_-]{43}", "=…"))
                        .toList());
        headers.computeIfPresent("retry-after", (name, seconds) -> List.of(aboutAMinute(seconds.getFirst())));
        var body = answer.body()
                .replaceAll("\\b(" + String.join("|", KNOWN, WITHOUT_PASSWORD, UNKNOWN) + ")(?=-[a-z-]*@enum)", "…")
                .replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"…\"")
                .replaceAll("\\b[0-9]+ s\\b", "… s")
                .replaceAll("data-resend-in=\"[0-9]+\"", "data-resend-in=\"…\"")
                .replaceAll("\\b[0-9]+\u00a0h\u00a0[0-9]{2}\\b", "… h …");
        return new Answer(answer.statusCode(), headers, body);
    }

    /** Seconds pass between two requests; a minute's difference would tell something. */
    private static String aboutAMinute(String seconds) {
        assertThat(Long.parseLong(seconds)).isBetween(1L, 60L);
        return "…";
    }
}
