package io.capitune.worker.print;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Prints in lanes that are made before they are needed and watched while they work. */
@ApplicationScoped
public class Printer {

    private static final Logger LOG = Logger.getLogger(Printer.class);
    private static final Duration WATCH = Duration.ofMillis(100);
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(30);
    private static final Duration LAST_PRINT = Duration.ofSeconds(3);
    private static final int QUEUE_FACTOR = 3;

    private final Orders orders = new Orders();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("print-watchdog").daemon().factory());
    private final PrintConfig config;
    private final ChromiumBinary chromium;
    private final FontBundle fonts;
    private final LanePool lanes;

    Printer(PrintConfig config, ChromiumBinary chromium, FontBundle fonts, MeterRegistry metrics) {
        this.config = config;
        this.chromium = chromium;
        this.fonts = fonts;
        var limits = new LanePool.Limits(
                config.recycleAfter(), config.recycleMemory().asLongValue());
        this.lanes = new LanePool(config.laneCount(), limits, this::lane);
        metrics.gauge("capitune.print.waiting", orders, Orders::size);
        metrics.gauge("capitune.print.lanes.ready", lanes, LanePool::readyLanes);
        metrics.gauge("capitune.print.browser.bytes", lanes, LanePool::privateBytes);
        FunctionCounter.builder("capitune.print.lanes.recycled", lanes, LanePool::recycled)
                .register(metrics);
    }

    /** A printer outside of a running worker, for the benchmark; its lanes warm up from now on. */
    public static Printer standalone(PrintConfig config, FontBundle fonts) {
        var printer = new Printer(config, new ChromiumBinary(config), fonts, new SimpleMeterRegistry());
        printer.start(new StartupEvent());
        return printer;
    }

    void start(@Observes StartupEvent event) {
        watchdog.scheduleWithFixedDelay(this::tend, 0, WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Prints as {@link #print(String, Runnable)} does, whatever happens meanwhile. */
    public byte[] print(String html) {
        return print(html, () -> {});
    }

    /**
     * Prints the document as a tagged, outlined PDF; waits for a free lane. An interrupt ends the waiting, and nothing is printed
     * then that has not begun.
     *
     * @param html a whole document that needs nothing from outside
     * @param begins is called, by the lane, before it begins; where that throws, nothing is printed, and this throws the same
     * @throws NoLaneException if no lane was free in time
     * @throws PrintException if the browser failed or took too long; another try may succeed
     */
    public byte[] print(String html, Runnable begins) {
        var order = new Orders.Order(html, begins);
        orders.add(order);
        try {
            // The lane's own limit is enforced by the watchdog; this one is reached only by what waited for long.
            return order.result()
                    .get(config.timeout().multipliedBy(QUEUE_FACTOR).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new PrintException("printing failed", e);
        } catch (TimeoutException e) {
            orders.remove(order);
            throw new NoLaneException(e);
        } catch (InterruptedException e) {
            orders.remove(order);
            Thread.currentThread().interrupt();
            throw new PrintException("given up", e);
        }
    }

    /** How many lanes have a warm tab. */
    public int readyLanes() {
        return lanes.readyLanes();
    }

    /** How many documents its lanes print in a second when none of them waits, by the latest prints. */
    public double perSecond() {
        return config.laneCount() / orders.seconds();
    }

    /** How many lanes made place for another, worn out. */
    int recycledLanes() {
        return lanes.recycled();
    }

    /** Ends all lanes: called once nothing is left to print. */
    public void stop() {
        watchdog.shutdownNow();
        lanes.stop(LAST_PRINT);
    }

    private Lane lane() {
        Lane.Opening opening = begun -> Tab.open(chromium.path(), fonts.configuration(), begun);
        return new Lane(orders, opening, OPENS_WITHIN, config.timeout());
    }

    /** Never throws: whoever is scheduled and throws is not called again. */
    private void tend() {
        try {
            lanes.tend();
        } catch (RuntimeException e) {
            LOG.error("Print lanes were not looked after", e);
        }
    }
}
