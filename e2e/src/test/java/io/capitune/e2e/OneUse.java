package io.capitune.e2e;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.Crowd;

import static org.assertj.core.api.Assertions.assertThat;

/** A hundred uses, at the same moment, of what is good for one. */
final class OneUse {

    private static final int USES = 100;

    private OneUse() {}

    /**
     * One use succeeds, and each of the others is refused as promised.
     *
     * @param success the status of the one
     * @param refusals status and code, such as {@code 410 LINK_OVER}; the status alone where a page is the answer
     */
    static void assertOneSucceeds(int success, List<String> refusals, IntFunction<Answer> use) {
        var succeeded = Integer.toString(success);
        var outcomes = Crowd.atOnce(USES, i -> outcome(use.apply(i))).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(outcomes).containsEntry(succeeded, 1L);
        assertThat(outcomes.keySet())
                .filteredOn(outcome -> !outcome.equals(succeeded))
                .as("%s", outcomes)
                .isSubsetOf(refusals);
    }

    private static String outcome(Answer answer) {
        return answer.isProblem() ? answer.refusal() : Integer.toString(answer.status());
    }
}
