package io.capitune.bench.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClients;
import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Effort;
import io.capitune.bench.target.Stand;

/**
 * How long a claim takes with few and with many jobs queued, and after many claims: the product's own queue, without a worker, by
 * turns.
 */
public final class ClaimBench {

    private static final Queue SHORT = new Queue(10, 0);
    private static final Queue LONG = new Queue(100_000, 0);

    /**
     * The database keeps for five minutes what it held (minSnapshotHistoryWindowInSeconds), and with it the places of claimed jobs
     * at the head of the index, which a claim has to pass. This is what one worker claims in that time.
     */
    private static final Queue LONG_CLAIMED = new Queue(LONG.length(), 10_000);

    private static final List<Queue> QUEUES = List.of(SHORT, new Queue(1_000, 0), LONG, LONG_CLAIMED);
    private static final int WARM_UP_TURNS = 40;
    private static final int TURNS = 60;
    private static final int PER_TURN = 10;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final double MOST = 1.5;

    private ClaimBench() {}

    /**
     * A queue that is measured.
     *
     * @param length how many jobs wait in it all the while
     * @param claimed how many were claimed of it just before
     */
    private record Queue(int length, int claimed) {

        String words() {
            var after = claimed == 0 ? "" : ", after %,d claims".formatted(claimed);
            return "%,d queued%s".formatted(length, after);
        }
    }

    /** Reports the time of a claim of each queue. */
    public static void run(Stand stand) {
        stand.report().chapter("Claim a job, one at a time");
        try (var client = MongoClients.create(stand.target().mongodb())) {
            var queues = new ArrayList<StandingQueue>();
            try {
                QUEUES.forEach(queue -> queues.add(StandingQueue.fill(client, queue.length(), queues.size())));
                claim(queues, stand.effort().of(WARM_UP_TURNS));
                claimBefore(queues, stand.effort());
                tell(claim(queues, stand.effort().of(TURNS)), stand.report());
            } finally {
                queues.forEach(StandingQueue::drop);
            }
        }
    }

    private static void claimBefore(List<StandingQueue> queues, Effort effort) {
        for (var at = 0; at < QUEUES.size(); at++) {
            if (QUEUES.get(at).claimed() > 0) {
                queues.get(at).turnOver(effort.of(QUEUES.get(at).claimed()), LEASE);
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
        for (var at = 0; at < QUEUES.size(); at++) {
            report.times(QUEUES.get(at).words(), samples.get(at));
        }
        ratio(LONG, SHORT, samples, report);
        ratio(LONG_CLAIMED, LONG, samples, report);
    }

    private static void ratio(Queue one, Queue other, List<Samples> samples, Report report) {
        var ratio = median(one, samples) / median(other, samples);
        report.figure(
                one.words() + " / " + other.words(),
                ratio,
                "x",
                new Report.Goal("at most " + MOST + "x", ratio <= MOST));
    }

    private static double median(Queue queue, List<Samples> samples) {
        return samples.get(QUEUES.indexOf(queue)).median();
    }
}
