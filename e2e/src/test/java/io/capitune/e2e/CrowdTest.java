package io.capitune.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Resumes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Twenty people with three CVs each, all at once, before two workers: each job has one PDF, one mail, one count. */
class CrowdTest {

    private static final int PEOPLE = 20;
    private static final int EACH = 3;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final CapituneSystem system = CapituneSystem.get();

    private record Job(Candidate owner, String id) {}

    @AfterEach
    void allIsWellAgain() {
        system.awaitHealed();
    }

    @Test
    void sixtyJobsAtOnceAreSharedByTwoWorkers() {
        assertThat(system.workers()).hasSize(2);
        var people = people();

        everythingComesOnce(people, submitAtOnce(people));
    }

    @Test
    void sixtyJobsAtOnceSurviveAWorkerThatIsKilledInTheMiddle() {
        var people = people();
        var victim = system.workers().getFirst();

        var before = system.printed().size();
        var jobs = new ArrayList<Job>();

        system.whileWorkersStandStill(() -> jobs.addAll(submitAtOnce(people)));
        Awaitility.await("the first are printed")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> system.printed().size() >= before + 5);
        victim.kill();
        assertThat(system.printed()).as("printed so far").hasSizeLessThan(before + jobs.size());

        everythingComesOnce(people, jobs);
    }

    private static List<Candidate> people() {
        return Crowd.atOnce(PEOPLE, i -> Candidate.signedIn());
    }

    private static List<Job> submitAtOnce(List<Candidate> people) {
        return Crowd.atOnce(PEOPLE * EACH, i -> {
            var owner = people.get(i % PEOPLE);
            return new Job(owner, owner.submit(Resumes.of("Personne " + i, "Employeur " + i)));
        });
    }

    private static void everythingComesOnce(List<Candidate> people, List<Job> jobs) {
        for (int i = 0; i < jobs.size(); i++) {
            var job = jobs.get(i);
            job.owner().awaitEnd(job.id(), "done", LIMIT);
            assertThat(job.owner().download(job.id()).says("Employeur " + i)).isTrue();
        }
        Crowd.atOnce(PEOPLE, i -> Mailbox.await(people.get(i).email(), Mailbox.CV_READY, EACH));
        for (var person : people) {
            var links = Mailbox.all(person.email(), Mailbox.CV_READY).stream()
                    .map(mail -> mail.link().getPath());
            var own = jobs.stream().filter(job -> job.owner() == person).map(job -> "/cv/" + job.id());
            assertThat(links).containsExactlyInAnyOrderElementsOf(own.toList());
            assertThat(person.used()).isEqualTo(EACH);
        }
    }
}
