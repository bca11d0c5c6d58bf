package io.capitune.bench.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClients;
import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Stand;

/** How long a claim takes with few and with many jobs queued: the product's own queue, without a worker, by turns. */
public final class ClaimBench {

    private static final List<Integer> LENGTHS = List.of(10, 1_000, 100_000);
    private static final int WARM_UP_TURNS = 40;
    private static final int TURNS = 60;
    private static final int PER_TURN = 10;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final double MOST = 1.5;

    private ClaimBench() {}

    /** Reports the time of a claim at each length. */
    public static void run(Stand stand) {
        stand.report().chapter("Claim a job, one at a time");
        try (var client = MongoClients.create(stand.target().mongodb())) {
            var queues = new ArrayList<StandingQueue>();
            try {
                LENGTHS.forEach(length -> queues.add(StandingQueue.fill(client, length)));
                claim(queues, stand.effort().of(WARM_UP_TURNS));
                tell(claim(queues, stand.effort().of(TURNS)), stand.report());
            } finally {
                queues.forEach(StandingQueue::drop);
            }
        }
    }

    private static List<Samples> claim(List<StandingQueue> queues, int turns) {
        var samples = queues.stream().map(queue -> new Samples()).toList();
        for (var turn = 0; turn < turns; turn++) {
            for (var at = 0; at < queues.size(); at++) {
                var queue = queues.get(at);
                for (var i = 0; i < PER_TURN; i++) {
                    var claim = samples.get(at).time(() -> queue.jobs().claim(LEASE));
                    queue.replace(claim.orElseThrow());
                }
            }
        }
        return samples;
    }

    private static void tell(List<Samples> samples, Report report) {
        for (var at = 0; at < LENGTHS.size(); at++) {
            report.times("%,d queued".formatted(LENGTHS.get(at)), samples.get(at));
        }
        var ratio = samples.getLast().median() / samples.getFirst().median();
        report.figure(
                "%,d queued / %,d queued".formatted(LENGTHS.getLast(), LENGTHS.getFirst()),
                ratio,
                "x",
                new Report.Goal("at most " + MOST + "x", ratio <= MOST));
    }
}
