package io.capitune.auth.password;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

    private final List<String> done = new ArrayList<>();
    private final Turns turns = new Turns(3, 5);

    private boolean add(String line, String work) {
        return turns.add(line, () -> done.add(work));
    }

    private void work(int count) {
        IntStream.range(0, count).forEach(i -> turns.next().run());
    }

    @Test
    void linesHaveTurnsAndKeepTheirOrder() {
        add("a", "a1");
        add("a", "a2");
        add("a", "a3");
        add("b", "b1");
        work(2);
        add("c", "c1");
        work(3);

        assertThat(done).containsExactly("a1", "b1", "a2", "c1", "a3");
    }

    @Test
    void lineThatIsFullRefusesAndTheOthersDoNot() {
        assertThat(add("a", "a1")).isTrue();
        assertThat(add("a", "a2")).isTrue();
        assertThat(add("a", "a3")).isTrue();
        assertThat(add("a", "a4")).isFalse();
        assertThat(add("b", "b1")).isTrue();
        work(1);
        assertThat(add("a", "a5")).isTrue();
        work(4);

        assertThat(done).containsExactly("a1", "b1", "a2", "a3", "a5");
    }

    @Test
    void whereMuchWaitsNoLineGetsLongerAndNewOnesBegin() {
        IntStream.range(0, 5).forEach(i -> assertThat(add("line " + i, "")).isTrue());
        assertThat(add("line 4", "")).isFalse();
        assertThat(add("another", "")).isTrue();
        work(2);
        assertThat(add("line 4", "")).isTrue();
    }
}
