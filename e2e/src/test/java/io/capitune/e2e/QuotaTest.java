package io.capitune.e2e;

import java.util.Collections;

import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Resumes;
import io.capitune.e2e.system.Submission;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A quota holds exactly, however many come at once. */
class QuotaTest {

    @Test
    void ofTwentyAtOnceThreeAreAcceptedAndSeventeenRefused() {
        var person = Candidate.signedIn();
        var body = Submission.of(Resumes.any()).json();

        var answers = Crowd.atOnce(20, i -> person.postJson("/api/cv/jobs", body));

        var accepted = answers.stream().filter(answer -> answer.status() == 202).toList();
        var refused = answers.stream().filter(answer -> answer.status() != 202).toList();
        assertThat(accepted).hasSize(3);
        assertThat(refused.stream().map(Answer::refusal))
                .containsExactlyElementsOf(Collections.nCopies(17, "403 QUOTA_REACHED"));
        accepted.forEach(answer -> person.awaitDone(Candidate.accepted(answer)));
        assertThat(person.used()).isEqualTo(3);
    }
}
