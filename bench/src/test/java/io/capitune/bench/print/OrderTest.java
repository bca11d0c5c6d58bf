package io.capitune.bench.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrderTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void eachComesEquallyOftenAfterEachOther(int count) {
        var after = new HashMap<String, Integer>();
        for (var order : rounds(count)) {
            for (var i = 1; i < count; i++) {
                after.merge(order.get(i - 1) + " then " + order.get(i), 1, Integer::sum);
            }
        }

        assertThat(after).hasSize(count * (count - 1));
        assertThat(Set.copyOf(after.values())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void eachComesAtEachPlaceEquallyOften(int count) {
        var rounds = rounds(count);
        for (var place = 0; place < count; place++) {
            var at = place;
            var there = rounds.stream().map(order -> order.get(at)).toList();

            assertThat(new TreeSet<>(there)).hasSize(count);
            assertThat(there.stream().filter(there.getFirst()::equals).count()).isEqualTo(rounds.size() / count);
        }
    }

    private static List<List<Integer>> rounds(int count) {
        var all = IntStream.range(0, count).boxed().toList();
        var rounds = new ArrayList<List<Integer>>();
        for (var round = 0; round < (count % 2 == 0 ? count : 2 * count); round++) {
            rounds.add(Order.of(all, round));
        }
        return rounds;
    }
}
