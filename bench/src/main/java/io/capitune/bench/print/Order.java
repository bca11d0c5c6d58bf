package io.capitune.bench.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Who prints after whom. What one leaves behind, such as a browser that is restarted in the background, falls into the turn of the
 * next; so over as many rounds as there are contenders, and twice as many where their number is odd, each comes at each place and
 * after each other one equally often (Williams, <a href="https://doi.org/10.1071/CH9490149">Experimental designs balanced for
 * the estimation of residual effects of treatments</a>, 1949).
 */
final class Order {

    private Order() {}

    /** The same things in the order of that round, the first being 0. */
    static <T> List<T> of(List<T> all, int round) {
        var count = all.size();
        var order = new ArrayList<T>();
        for (var place = 0; place < count; place++) {
            // 0, 1, n-1, 2, n-2 …: every step from one to the next is another.
            var step = place % 2 == 1 ? (place + 1) / 2 : count - place / 2;
            order.add(all.get((step + round) % count));
        }
        return count % 2 == 1 && round / count % 2 == 1 ? order.reversed() : order;
    }
}
