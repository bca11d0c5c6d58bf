package io.capitune.e2e.keyboard;

import java.util.stream.IntStream;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Devices, language, data, consent, and the end of an account. */
class OwnDataTest {

    private static final String PASSWORD = "trois girafes à vélo";
    private static final int DEVICES = 30;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate person = Candidate.signedIn();

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void devicesAreLookedThroughAndEnded(Look look) {
        person.choosing(PASSWORD);
        IntStream.range(0, DEVICES).forEach(this::signInOnce);
        var visit = Visit.of(browsers, look, person);
        visit.go("/account").press("a[href='/account/devices']").see("form[action$='/end']", "devices-many");

        visit.press("form[action$='/end'] button").see(".notice--ok", "devices-one-ended");
        visit.press("a[href='/account/devices/others']").see(".btn--danger", "devices-others");
        visit.send("/account/devices/others").see(".notice--ok", "devices-others-ended");

        assertThat(visit.element("form[action$='/end']").count()).isZero();
    }

    private void signInOnce(int number) {
        var body = Json.object().put("email", person.email()).put("password", PASSWORD);
        var answer = new Visitor()
                .with(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/%d.0 Safari/537.36"
                                .formatted(100 + number))
                .postJson("/api/auth/login", body.toString());
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void dataIsTakenAlongAndTheAccountEnded(Look look) {
        person.awaitDone(person.submit(Resumes.any()));
        var visit = Visit.of(browsers, look, person);
        takeAlong(visit);
        consent(visit);

        visit.press("a[href='/account/data/delete']").see("#confirm", "delete");
        visit.write("#confirm", "autre@exemple.fr")
                .send("/account/data/delete")
                .see("#confirm-error", "delete-refused");
        visit.write("#confirm", person.email()).send("/account/data/delete");
        visit.see("main:not(:has(form))", "delete-done");

        visit.go("/cv").arrive("/login?next=%2Fcv");
    }

    private static void takeAlong(Visit visit) {
        visit.go("/account").press("a[href='/account/data']").arrive("/account/data");
        var file = visit.tab().page().waitForDownload(() -> visit.press("a[href='/account/data/export']"));
        assertThat(file.suggestedFilename()).endsWith(".zip");
        assertThat(file.failure()).isNull();
    }

    private static void consent(Visit visit) {
        visit.send("/cv/consent").see("main .status--ok", "my-data-agreed");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("io.capitune.e2e.keyboard.Visit#looks")
    void otherLanguageIsChosen(Look look) {
        var other = look.in(look.language().equals("fr") ? "en" : "fr");
        var visit = Visit.of(browsers, look, person);
        visit.go("/account").press("button[name=locale][value=" + other.language() + "]");
        visit.element("html[lang=" + other.language() + "]").waitFor();
        assertThat(person.get("/api/users/me").json().get("locale").asText()).isEqualTo(other.language());
    }
}
