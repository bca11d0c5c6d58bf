package io.capitune.e2e;

import java.time.Duration;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Process;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Parts that are away cost what they do and nothing else, nothing is lost, and the system goes on by itself. */
class OutageTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final CapituneSystem system = CapituneSystem.get();

    @Test
    void withoutAuthServiceTheFrontPageStandsAndOtherPagesSaySo() {
        var person = Candidate.signedIn();
        var tab = browsers.open().signedInAs(person);
        system.whileNobodyHeals(() -> {
            system.process("auth-service").kill();

            assertThat(new Visitor().get("/").status()).isEqualTo(200);
            assertThat(person.get("/api/cv/usage").status()).isEqualTo(502);
            assertThat(person.get("/api/cv/usage").header("Content-Type")).startsWith("application/problem+json");
            assertThat(tab.go("/cv").status()).isEqualTo(502);
            assertThat(tab.title()).hasText("Une partie du service ne répond pas");
        });

        tab.go("/cv");
        assertThat(tab.title()).hasText("Mes CV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cv-job-service", "portal-service"})
    void aServiceThatIsAwayAnswersWithAPageOrAProblemAndNeverEmpty(String service) {
        var path = service.equals("portal-service") ? "/help" : "/cv";
        var person = Candidate.signedIn();
        system.whileNobodyHeals(() -> {
            system.process(service).kill();

            assertThat(person.get(path).status()).isEqualTo(502);
            assertThat(new Visitor().get("/login").status()).isEqualTo(200);
        });

        assertThat(person.get(path).status()).isEqualTo(200);
    }

    @Test
    void knownSessionsGoOnAndJobsFinishWhenMongoDbIsRestarted() {
        var person = Candidate.signedIn();
        person.get("/help");
        var id = person.submit(Resumes.any());
        system.whileNobodyHeals(() -> {
            system.process("mongod").kill();

            assertThat(person.with("Accept", "text/html").get("/help").status()).isEqualTo(200);
            assertThat(person.with("Accept", "application/json")
                            .get("/api/cv/usage")
                            .status())
                    .isEqualTo(503);
            var unknown = new Visitor().plant("session", "A".repeat(43)).get("/api/cv/usage");
            assertThat(unknown.status()).as("nobody is signed out by an outage").isEqualTo(503);
        });

        person.awaitDone(id);
        Mailbox.await(person.email(), Mailbox.CV_READY);
        assertThat(person.used()).isEqualTo(1);
        person.awaitDone(person.submit(Resumes.any()));
    }

    @Test
    void jobsWaitForWorkersAndAreDoneWhenTheyAreBack() {
        var person = Candidate.signedIn();
        var jobs = new String[2];
        system.whileNobodyHeals(() -> {
            system.workers().forEach(Process::kill);
            jobs[0] = person.submit(Resumes.any());
            jobs[1] = person.submit(Resumes.any());

            assertThat(person.job(jobs[0]).get("status").asText()).isEqualTo("queued");
            assertThat(person.job(jobs[1]).get("position").asInt()).isEqualTo(2);
            assertThat(person.get("/api/cv/jobs/" + jobs[0] + "/download").refusal())
                    .isEqualTo("409 JOB_NOT_DONE");
            assertThat(person.delete("/api/cv/jobs/" + jobs[1]).status()).isEqualTo(204);
            assertThat(person.used()).as("a cancelled job is not counted").isEqualTo(1);
        });

        person.awaitDone(jobs[0]);
    }

    @Test
    void mailIsSentLaterWhenNotificationServiceIsAway() {
        var person = Candidate.signedIn();
        var id = new String[1];
        system.whileNobodyHeals(() -> {
            system.process("notification-service").kill();
            id[0] = person.submit(Resumes.any());
            person.awaitDone(id[0]);
        });

        assertThat(Mailbox.await(person.email(), Mailbox.CV_READY).path()).isEqualTo("/cv/" + id[0]);
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .until(() -> Mailbox.all(person.email(), Mailbox.CV_READY).size() == 1);
    }
}
