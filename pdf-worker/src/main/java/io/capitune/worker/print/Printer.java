package io.capitune.worker.print;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Prints in lanes that are made before they are needed and watched while they work. */
@ApplicationScoped
public class Printer {

    private static final Duration WATCH = Duration.ofMillis(250);
    private static final int QUEUE_FACTOR = 3;

    private final LinkedBlockingQueue<Lane.Task> orders = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("print-watchdog").daemon().factory());
    private final PrintConfig config;
    private final ChromiumBinary chromium;
    private final FontBundle fonts;
    private List<Lane> lanes = List.of();

    Printer(PrintConfig config, ChromiumBinary chromium, FontBundle fonts, MeterRegistry metrics) {
        this.config = config;
        this.chromium = chromium;
        this.fonts = fonts;
        metrics.gauge("capitune.print.waiting", orders, LinkedBlockingQueue::size);
        metrics.gauge("capitune.print.lanes.ready", this, Printer::readyLanes);
    }

    /** A printer outside of a running worker, for the benchmark; its lanes warm up from now on. */
    public static Printer standalone(PrintConfig config, FontBundle fonts) {
        var printer = new Printer(config, new ChromiumBinary(config), fonts, new SimpleMeterRegistry());
        printer.start(new StartupEvent());
        return printer;
    }

    void start(@Observes StartupEvent event) {
        lanes = IntStream.rangeClosed(1, config.laneCount())
                .mapToObj(this::lane)
                .toList();
        watchdog.scheduleWithFixedDelay(this::replaceStuck, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Prints the document as a tagged, outlined PDF; waits for a free lane.
     *
     * @throws PrintException if the browser failed or took too long; another try may succeed
     */
    public byte[] print(PrintOrder order) {
        var task = new Lane.Task(order, new CompletableFuture<>());
        orders.add(task);
        try {
            // The lane's own limit is enforced by the watchdog; this one also counts the time in the queue.
            return task.result()
                    .orTimeout(config.timeout().multipliedBy(QUEUE_FACTOR).toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            orders.remove(task);
            throw e.getCause() instanceof PrintException known ? known : new PrintException("printing failed", e);
        }
    }

    /** How many lanes have a warm tab. */
    public int readyLanes() {
        return (int) lanes.stream().filter(Lane::isReady).count();
    }

    /** Ends all lanes: called once nothing is left to print. */
    public void stop() {
        watchdog.shutdownNow();
        lanes.forEach(lane -> lane.stop(Duration.ofSeconds(3)));
    }

    private Lane lane(int number) {
        return new Lane(number, orders, () -> Tab.open(chromium.path(), fonts.configuration()), config.recycleAfter());
    }

    private void replaceStuck() {
        lanes.stream().filter(lane -> lane.isStuck(config.timeout())).forEach(Lane::giveUp);
    }
}
