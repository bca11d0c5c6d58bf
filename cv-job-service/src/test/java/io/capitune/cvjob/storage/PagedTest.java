package io.capitune.cvjob.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PagedTest {

    @Test
    void readsPageAfterPageUntilOneIsNotFull() {
        var names = IntStream.range(0, 2_500).mapToObj("%05d"::formatted).toList();
        var asked = new ArrayList<String>();
        var paged = new Paged<String>(
                (after, limit) -> {
                    asked.add(String.valueOf(after));
                    return names.stream()
                            .filter(name -> after == null || name.compareTo(after) > 0)
                            .limit(limit)
                            .toList();
                },
                Function.identity());

        var read = new ArrayList<String>();
        paged.forEachRemaining(read::add);

        assertThat(read).isEqualTo(names);
        assertThat(asked).containsExactly("null", "00999", "01999");
    }

    @Test
    void nothingIsAnEmptyPage() {
        var paged = new Paged<String>((after, limit) -> List.of(), Function.identity());

        assertThat(paged.hasNext()).isFalse();
        assertThat(paged.peekName()).isNull();
    }
}
