package io.capitune.bench.print;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.capitune.bench.report.Samples;

/** Lets contenders print by turns, one print at a time, so that whatever else the machine does meets all of them. */
final class Turns implements AutoCloseable {

    private record Seat(Contender contender, Press press) {}

    private final List<Seat> seats = new ArrayList<>();

    Turns(List<Contender> contenders) {
        for (var contender : contenders) {
            seats.add(new Seat(contender, contender.presses().get()));
        }
    }

    /** Lets everybody have so many turns, or fewer where {@code longest} is over sooner; the times by contender. */
    Map<Contender, Samples> take(String html, int turns, Duration longest) {
        var times = new LinkedHashMap<Contender, Samples>();
        seats.forEach(seat -> times.put(seat.contender(), new Samples()));
        var deadline = System.nanoTime() + longest.toNanos();
        for (var turn = 0; turn < turns && System.nanoTime() < deadline; turn++) {
            for (var seat : Order.of(seats, turn)) {
                var samples = times.get(seat.contender());
                for (var i = 0; i < seat.contender().perTurn(); i++) {
                    samples.time(() -> seat.press().print(html));
                }
            }
        }
        return times;
    }

    @Override
    public void close() {
        seats.forEach(seat -> seat.press().close());
    }
}
