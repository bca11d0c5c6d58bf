package io.capitune.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Replica;
import io.capitune.e2e.system.Resumes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker of its own, beside those of the system, which stand still meanwhile. */
class WorkerStopTest {

    private static final int PEOPLE = 15;
    private static final int EACH = 3;

    /** What prints may take fifteen seconds, and the browsers have to end. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    /** By SIGTERM, and in good order. */
    private static final int TERMINATED = 143;

    private final CapituneSystem system = CapituneSystem.get();

    private record Job(Candidate owner, String id) {

        String status() {
            return owner.job(id).get("status").asText();
        }
    }

    @Test
    void workerThatIsToldToStopUnderLoadEndsWhatItPrintsAndHandsBackTheRest() {
        var people = Crowd.atOnce(PEOPLE, i -> Candidate.signedIn());
        system.whileWorkersStandStill(() -> {
            var jobs = submitAll(people);
            var before = system.printed().size();
            var worker = Replica.ofWorker(system, 1);
            try {
                Awaitility.await("the first are printed")
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> system.printed().size() >= before + 3);

                assertThat(worker.terminate(ENDS_WITHIN)).isEqualTo(TERMINATED);

                var statuses = jobs.stream().map(Job::status).toList();
                assertThat(statuses)
                        .as("none waits for the end of a lease")
                        .containsOnly("done", "queued")
                        .contains("done", "queued");
            } finally {
                worker.stop();
            }
        });
        people.forEach(person -> Mailbox.await(person.email(), Mailbox.CV_READY, EACH));
        people.forEach(person -> assertThat(person.used()).isEqualTo(EACH));
    }

    private static List<Job> submitAll(List<Candidate> people) {
        return Crowd.atOnce(PEOPLE * EACH, i -> {
            var owner = people.get(i % PEOPLE);
            return new Job(owner, owner.submit(Resumes.any()));
        });
    }

    @Test
    void driverAndBrowserKnowNoSecretOfTheirWorker() {
        var worker = ProcessHandle.of(system.workers().getFirst().pid()).orElseThrow();
        var secrets = environment(worker)
                .filter(variable -> variable.matches("(?s)[A-Z_]*(SECRET|KEY|PASSWORD|URI|TOKEN)[A-Z_]*=.+"))
                .toList();
        assertThat(secrets).as("what they could know").isNotEmpty();
        var children = worker.descendants().toList();
        assertThat(children).isNotEmpty();
        assertThat(children.stream().flatMap(WorkerStopTest::environment))
                .anyMatch(variable -> variable.startsWith("FONTCONFIG_FILE="))
                .doesNotContainAnyElementsOf(secrets);
    }

    private static Stream<String> environment(ProcessHandle process) {
        try {
            var text = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
            return Stream.of(text.split("\0"));
        } catch (IOException ended) {
            return Stream.empty();
        }
    }
}
