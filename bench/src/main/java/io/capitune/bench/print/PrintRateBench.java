package io.capitune.bench.print;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.worker.print.FontBundle;
import io.capitune.worker.print.Printer;

/** Prints per second with one lane per processor, as a worker has, against as many bare tabs; by turns. */
public final class PrintRateBench {

    private static final int ROUNDS = 3;
    private static final int WARM_UP_PER_LANE = 150;
    private static final int PRINTS_PER_ROUND = 250;
    private static final double LEAST = 0.8;

    private final int lanes = Runtime.getRuntime().availableProcessors();
    private final Path chromium;
    private final FontBundle fonts;
    private final Report report;

    public PrintRateBench(Path chromium, FontBundle fonts, Report report) {
        this.chromium = chromium;
        this.fonts = fonts;
        this.report = report;
    }

    /** A way to print that belongs to one thread. */
    private interface Press extends AutoCloseable {
        void print();

        @Override
        default void close() {}
    }

    /** Reports both rates for one document. */
    public void run(String html) throws InterruptedException {
        report.chapter("Prints per second, %d at the same time".formatted(lanes));
        var printer = Printer.standalone(new Lanes(chromium, lanes), fonts);
        try (var bare = new Crew(() -> press(new BareTab(chromium, fonts.configuration()), html), lanes);
                // One more than lanes, so that an order always waits, as in a busy worker.
                var ours = new Crew(() -> () -> printer.print(html), lanes + 1)) {
            while (printer.readyLanes() < lanes) {
                Candidate.pause(10);
            }
            bare.print(WARM_UP_PER_LANE * lanes);
            ours.print(WARM_UP_PER_LANE * lanes);
            var theirRates = new ArrayList<Double>();
            var ourRates = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                theirRates.add(bare.print(PRINTS_PER_ROUND));
                ourRates.add(ours.print(PRINTS_PER_ROUND));
            }
            tell(middle(theirRates), middle(ourRates));
        } finally {
            printer.stop();
        }
    }

    private void tell(double theirs, double ours) {
        report.figure("bare tabs", theirs, "PDF/s", null);
        report.figure("our printer", ours, "PDF/s", null);
        var ratio = ours / theirs;
        report.figure(
                "our printer / bare tabs", ratio, "x", new Report.Goal("at least " + LEAST + "x", ratio >= LEAST));
    }

    private static double middle(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static Press press(BareTab tab, String html) {
        return new Press() {
            @Override
            public void print() {
                tab.print(html);
            }

            @Override
            public void close() {
                tab.close();
            }
        };
    }

    /** Threads that print until told to end, each with a press of its own. */
    private static final class Crew implements AutoCloseable {

        private final List<Thread> threads;
        private final AtomicInteger left = new AtomicInteger();
        private volatile CountDownLatch finished = new CountDownLatch(0);
        private volatile boolean ended;

        Crew(Supplier<Press> presses, int size) {
            threads = IntStream.range(0, size)
                    .mapToObj(i -> Thread.ofPlatform().daemon().start(() -> work(presses)))
                    .toList();
        }

        /** Prints so many and returns how many a second. */
        double print(int count) throws InterruptedException {
            finished = new CountDownLatch(count);
            var began = System.nanoTime();
            left.set(count);
            finished.await();
            return count / ((System.nanoTime() - began) / 1e9);
        }

        private void work(Supplier<Press> presses) {
            try (var press = presses.get()) {
                while (!ended) {
                    if (left.get() > 0 && left.getAndDecrement() > 0) {
                        press.print();
                        finished.countDown();
                    } else {
                        Candidate.pause(1);
                    }
                }
            }
        }

        @Override
        public void close() {
            ended = true;
            threads.forEach(Crew::join);
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
