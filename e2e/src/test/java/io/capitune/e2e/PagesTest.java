package io.capitune.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.capitune.e2e.browser.Quality.assertFits;
import static io.capitune.e2e.browser.Quality.assertGood;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page on phone and desk and in both languages, and on the desk in the dark: usable by everybody (WCAG 2.2 AA as far as axe can tell),
 * within the window's width, without an error in the console. Pictures of all are left in {@code target/screens}.
 */
class PagesTest {

    private static final List<Look> LOOKS =
            List.of(Look.PHONE, Look.DESKTOP, Look.PHONE.in("en"), Look.DESKTOP.in("en"), Look.DESKTOP.inTheDark());

    /** A width, a language and a scheme are held to axe once each. */
    private static final Set<Look> AXE = Set.of(Look.PHONE, Look.DESKTOP.in("en"), Look.DESKTOP.inTheDark());

    private static final Map<String, String> SIGN_IN = Map.of("fr", Mailbox.SIGN_IN, "en", "Your sign-in link");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    /** A page that a reader of one language sees; the reader is null for a visitor. */
    private record Place(
            String name, Function<Readers, Candidate> reader, Function<Readers, String> path, int status) {}

    /**
     * People who read one language: one with CVs, one without, one who administers.
     *
     * @param subject page of an account that is suspended, below {@code /admin/users}
     * @param registration path of a registration's link
     * @param reset path of a forgotten password's link
     */
    private record Readers(
            Candidate busy,
            Candidate idle,
            Candidate admin,
            String done,
            String failed,
            String subject,
            String registration,
            String reset) {}

    private static final Map<String, Readers> READERS = new HashMap<>();

    private static final List<Place> PLACES = List.of(
            visited("landing", "/"),
            visited("login", "/login"),
            visited("login-link-over", "/api/auth/callback/email?token=x", 400),
            visited("login-provider-over", "/login/with/essai/callback", 410),
            visited("help", "/help"),
            visited("privacy", "/privacy"),
            visited("legal", "/legal"),
            visited("accessibility", "/accessibility"),
            visited("not-found", "/nothing/here", 404),
            visited("mailbox", "/dev/mail"),
            new Place("generate", Readers::idle, it -> "/generate", 200),
            new Place("generate-filled-in", Readers::busy, it -> "/generate?from=" + it.done(), 200),
            new Place("import", Readers::idle, it -> "/generate/import", 200),
            new Place("my-cvs-empty", Readers::idle, it -> "/cv", 200),
            new Place("my-cvs", Readers::busy, it -> "/cv", 200),
            new Place("status-done", Readers::busy, it -> "/cv/" + it.done(), 200),
            new Place("status-failed", Readers::busy, it -> "/cv/" + it.failed(), 200),
            new Place("delete", Readers::busy, it -> "/cv/" + it.done() + "/delete", 200),
            new Place("upgrade", Readers::busy, it -> "/upgrade", 200),
            visited("login-password", "/login/password", 200),
            visited("register", "/register", 200),
            visited("forgot-password", "/forgot-password", 200),
            visited("verify-email-over", "/verify-email?token=x", 410),
            new Place("account", Readers::idle, it -> "/account", 200),
            visited("confirm-email-over", "/confirm-email?token=x", 410),
            visited("undo-email-over", "/undo-email?token=x", 410),
            new Place("account-email", Readers::idle, it -> "/account/email", 200),
            new Place("account-devices", Readers::idle, it -> "/account/devices", 200),
            new Place("security", Readers::idle, it -> "/account/security", 200),
            new Place("security-app", Readers::idle, it -> "/account/security/app", 200),
            new Place("security-again", Readers::idle, it -> "/account/security/again", 200),
            visited("login-second-over", "/login/second", 410),
            new Place("my-data", Readers::busy, it -> "/account/data", 200),
            new Place("my-data-delete", Readers::busy, it -> "/account/data/delete", 200),
            new Place("consent", Readers::busy, it -> "/cv/consent", 200),
            visited("verify-email", Readers::registration),
            visited("reset-password", Readers::reset),
            new Place("account-password", Readers::busy, it -> "/account/password", 200),
            new Place("account-devices-others", Readers::busy, it -> "/account/devices/others", 200),
            new Place("security-on", Readers::admin, it -> "/account/security", 200),
            new Place("security-codes", Readers::admin, it -> "/account/security/codes", 200),
            new Place("security-app-off", Readers::admin, it -> "/account/security/app/off", 200),
            new Place("admin-users", Readers::admin, it -> "/admin/users?state=suspended", 200),
            new Place("admin-users-none", Readers::admin, it -> "/admin/users?q=nobody", 200),
            new Place("admin-user", Readers::admin, it -> it.subject() + "?done=suspend", 200),
            new Place("admin-user-new", Readers::admin, it -> "/admin/users/new", 200),
            new Place("admin-role", Readers::admin, it -> it.subject() + "/role", 200),
            new Place("admin-delete", Readers::admin, it -> it.subject() + "/delete", 200),
            new Place("admin-audit", Readers::admin, it -> "/admin/audit?act=account.suspended", 200),
            new Place(
                    "admin-audit-search",
                    Readers::admin,
                    it -> "/admin/audit?reason=offres+emploi&source=127.0.0.1",
                    200),
            new Place(
                    "admin-audit-none",
                    Readers::admin,
                    it -> "/admin/audit?reason=jamais&source=2001%3Adb8%3A%3A1",
                    200),
            new Place("landing-signed-in", Readers::busy, it -> "/", 200),
            new Place("not-found-signed-in", Readers::busy, it -> "/cv/AAAAAAAAAAAAAAAAAAAAAA", 404));

    private static Place visited(String name, String path) {
        return visited(name, path, 200);
    }

    private static Place visited(String name, Function<Readers, String> path) {
        return new Place(name, it -> null, path, 200);
    }

    private static Place visited(String name, String path, int status) {
        return new Place(name, it -> null, it -> path, status);
    }

    @BeforeAll
    static void peopleOfBothLanguages() {
        for (var language : List.of("fr", "en")) {
            var busy = Candidate.signedIn().speaking(language);
            var done = busy.submit(Resumes.example(Resumes.example("gestionnaire-de-paie.json")));
            var failed = busy.submit(tooLong());
            busy.awaitDone(done);
            busy.awaitFailed(failed);
            busy.choosing("trois girafes à vélo");
            Candidate.signedIn(busy.email());
            var admin = Candidate.administrator().speaking(language);
            READERS.put(
                    language,
                    new Readers(
                            busy,
                            Candidate.signedIn().speaking(language),
                            admin,
                            done,
                            failed,
                            suspendedBy(admin),
                            mailed("/register", Mailbox.REGISTER, Candidate.newAddress()),
                            mailed(
                                    "/forgot-password",
                                    Mailbox.RESET,
                                    Candidate.signedIn().email())));
        }
    }

    private static String suspendedBy(Candidate admin) {
        var id = Candidate.signedIn().id();
        admin.postJson("/api/admin/users/" + id + "/suspend", "{\"reason\":\"Des offres d’emploi sans emploi\"}");
        return "/admin/users/" + id;
    }

    private static String mailed(String form, String subject, String address) {
        new Visitor().postForm(form, Map.of("email", address, "password", "trois girafes à vélo"));
        return Mailbox.await(address, subject).path();
    }

    /** A résumé of more pages than are printed. */
    private static JsonNode tooLong() {
        var resume = Resumes.any();
        for (int i = 0; i < 45; i++) {
            var work = resume.withArray("/work").addObject();
            work.put("name", "Employeur " + i).put("position", "Poste " + i).put("startDate", "2010-01");
            for (int line = 0; line < 10; line++) {
                work.withArray("/highlights")
                        .add("Prépare des commandes, tient le stock et reçoit les camions. ".repeat(4));
            }
        }
        return resume;
    }

    static Stream<Arguments> pagesAndLooks() {
        return LOOKS.stream().flatMap(look -> PLACES.stream().map(place -> Arguments.of(place.name(), look)));
    }

    // Many, and each its own window: they need not wait for each other.
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}-{1}")
    @MethodSource("pagesAndLooks")
    void page(String name, Look look) {
        var place =
                PLACES.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        var readers = READERS.get(look.language());
        var reader = place.reader().apply(readers);
        var tab = browsers.open(look);
        if (reader != null) {
            tab.signedInAs(reader);
        }

        var answer = tab.go(place.path().apply(readers));

        assertThat(answer.status()).isEqualTo(place.status());
        if (AXE.contains(look)) {
            assertGood(tab, name);
        } else {
            assertFits(tab, name);
        }
    }

    @Test
    void codeStepAndConfirmationOfALink() {
        for (var look : LOOKS) {
            var address = Candidate.newAddress();
            var tab = browsers.open(look);
            tab.go("/login");
            tab.page().locator("#email").fill(address);
            tab.page().locator("main form button").first().click();
            tab.page().waitForURL("**/login/code");
            assertGood(tab, "login-code");

            var elsewhere = browsers.open(look);
            elsewhere.go(Mailbox.await(address, SIGN_IN.get(look.language())).path());
            assertGood(elsewhere, "login-confirm");
        }
    }

    @Test
    void statusWhileItIsPrinted() {
        var readers = READERS.get("fr");
        CapituneSystem.get().whileWorkersStandStill(() -> {
            var id = readers.idle().submit(Resumes.any());
            for (var look : List.of(Look.PHONE, Look.DESKTOP, Look.DESKTOP.inTheDark())) {
                var tab = browsers.open(look).signedInAs(readers.idle());
                tab.go("/cv/" + id);
                assertGood(tab, "status-running");
            }
            readers.idle().delete("/api/cv/jobs/" + id);
        });
    }
}
