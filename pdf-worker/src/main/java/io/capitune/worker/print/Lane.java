package io.capitune.worker.print;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One platform thread with one {@link Tab}, from the opening of the browser to its end. Ready once the tab is warm; then it prints
 * the orders that all lanes share, until it is told to retire or its browser is ill. It is never used again after that: {@link
 * LanePlace} puts a new one in its place.
 */
final class Lane {

    /** How a lane's tab is opened; the given consumer is told of its processes first. */
    interface Opening extends Function<Consumer<ProcessTree>, Tab> {}

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(5);

    /** A tab that prints nothing for so long forgets the last document. */
    private static final Duration SHORT_WAIT = Duration.ofMillis(200);

    private static final Duration LONG_WAIT = Duration.ofSeconds(1);
    private static final int WARM_UPS = 2;

    private enum State {
        OPENING,
        READY,
        CLOSING,
        ENDED
    }

    private final Orders orders;
    private final Opening opening;
    private final Duration opensWithin;
    private final Duration printsWithin;
    private final Thread thread;
    private volatile State state = State.OPENING;
    private volatile @Nullable ProcessTree processes;
    private volatile Orders.@Nullable Order current;
    private volatile long deadlineNanos;
    private volatile boolean retiring;
    private volatile int prints;

    Lane(Orders orders, Opening opening, Duration opensWithin, Duration printsWithin) {
        this.orders = orders;
        this.opening = opening;
        this.opensWithin = opensWithin;
        this.printsWithin = printsWithin;
        this.deadlineNanos = System.nanoTime() + opensWithin.toNanos();
        this.thread = Thread.ofPlatform().name("print-lane").daemon().start(this::run);
    }

    boolean isReady() {
        return state == State.READY;
    }

    /** Whether its processes are gone too. */
    boolean isEnded() {
        return state == State.ENDED;
    }

    /** How many orders it has printed. */
    int prints() {
        return prints;
    }

    /** Memory of its processes that they share with nobody, in bytes. */
    long privateBytes() {
        var mine = processes;
        return mine == null ? 0 : mine.privateBytes();
    }

    /** Ends it once its current print is done. */
    void retire() {
        retiring = true;
    }

    /** Kills the processes, and fails the print, of a lane that does not come to an end with what it is doing. */
    void killIfSilent() {
        if (state != State.ENDED && System.nanoTime() - deadlineNanos > 0) {
            kill("printing took too long");
        }
    }

    /** Retires it, by force after {@code grace}; returns when it has ended. */
    void stop(Duration grace) {
        retire();
        try {
            if (!thread.join(grace)) {
                kill("the worker stops");
                thread.join(CLOSES_WITHIN);
            }
        } catch (InterruptedException e) {
            kill("the worker stops");
            Thread.currentThread().interrupt();
        }
    }

    private void kill(String reason) {
        var order = current;
        if (order != null) {
            order.result().completeExceptionally(new PrintException(reason, null));
        }
        var mine = processes;
        if (mine != null) {
            mine.kill();
        }
    }

    private void run() {
        Tab tab = null;
        try {
            tab = opening.apply(this::begun);
            for (var i = 0; i < WARM_UPS; i++) {
                tab.print(SamplePage.HTML);
            }
            state = State.READY;
            work(tab);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("A print lane ends: %s", firstLine(e));
        } finally {
            end(tab);
        }
    }

    /** Openings take turns: what others took is not counted. */
    private void begun(ProcessTree started) {
        expectWithin(opensWithin);
        processes = started;
    }

    private void work(Tab tab) throws InterruptedException {
        var isClear = false;
        while (!retiring) {
            expectWithin(printsWithin.plus(LONG_WAIT));
            var order = orders.take(isClear ? LONG_WAIT : SHORT_WAIT);
            if (order != null) {
                print(tab, order);
                isClear = false;
            } else if (!tab.stands()) {
                throw new PrintException("the browser is gone", null);
            } else if (!isClear) {
                // The next order would have taken the last document's place; nothing of a person stays in an idle tab.
                tab.clear();
                isClear = true;
            }
        }
    }

    private void print(Tab tab, Orders.Order order) {
        if (!tab.stands()) {
            orders.add(order);
            throw new PrintException("the browser is gone", null);
        }
        if (!order.begin()) {
            return;
        }
        expectWithin(printsWithin);
        current = order;
        var began = System.nanoTime();
        try {
            order.result().complete(tab.print(order.html()));
            prints++;
            orders.printed(Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException e) {
            order.result().completeExceptionally(new PrintException("the browser could not print", e));
            throw e;
        } finally {
            current = null;
        }
    }

    private void end(@Nullable Tab tab) {
        state = State.CLOSING;
        expectWithin(CLOSES_WITHIN);
        try {
            if (tab != null) {
                tab.close();
            }
        } finally {
            state = State.ENDED;
        }
    }

    private void expectWithin(Duration limit) {
        deadlineNanos = System.nanoTime() + limit.toNanos();
    }

    private static @Nullable String firstLine(RuntimeException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }
}
