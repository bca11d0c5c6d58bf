package io.capitune.bench.auth;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Http;
import io.capitune.bench.target.Stand;

/**
 * Checks of signed-in sessions on many connections, asked of auth-service directly. They are counted against the processor time
 * that auth-service used, since whoever asks works on the same processors.
 */
final class CheckRate {

    private static final String SERVICE = "auth-service";
    private static final int PEOPLE = 20;
    private static final int CONNECTIONS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final double LEAST_A_CORE = 3000;

    private final Stand stand;
    private final ProcessHandle service;
    private final List<HttpRequest> checks;

    private CheckRate(Stand stand, ProcessHandle service, List<HttpRequest> checks) {
        this.stand = stand;
        this.service = service;
        this.checks = checks;
    }

    /** Reports checks a second of one core's time, and what one check costs. */
    static void run(Stand stand) throws Exception {
        stand.report().chapter("The gateway's question, on %d connections".formatted(CONNECTIONS));
        var url = stand.target().service(SERVICE) + "/internal/session";
        var checks = stand.people(PEOPLE).stream()
                .map(person -> Http.to(url).header("Cookie", person.cookie()).build())
                .toList();
        var service = ProcessHandle.of(stand.target().processes().get(SERVICE)).orElseThrow();
        new CheckRate(stand, service, checks).measure();
    }

    private void measure() throws Exception {
        load(WARM_UP, new Samples());
        var before = used();
        var began = System.nanoTime();
        var samples = new Samples();
        load(LONG, samples);
        var seconds = (System.nanoTime() - began) / 1e9;
        var ofProcessor = used() - before;
        var perCore = samples.count() / ofProcessor;
        var report = stand.report();
        report.times("/internal/session, asked directly", samples);
        report.figure("  checks a second, both cores shared", samples.count() / seconds, "1/s", null);
        report.figure("  processor time of auth-service a check", 1000 * ofProcessor / samples.count(), "ms", null);
        report.figure(
                "checks a second of one core's time",
                perCore,
                "1/s",
                new Report.Goal("at least 3,000", perCore >= LEAST_A_CORE));
    }

    private void load(Duration full, Samples samples) throws Exception {
        var until = System.nanoTime() + full.toNanos() / (stand.effort().quick() ? 10 : 1);
        var turn = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        var check = checks.get((int) (turn.getAndIncrement() % checks.size()));
                        samples.time(() -> check(check));
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    /** Visitors get 200, too: only a token shows that the session was looked at. */
    private String check(HttpRequest request) {
        return stand.http()
                .send(request, 200)
                .headers()
                .firstValue("Authorization")
                .orElseThrow(() -> new IllegalStateException("a session was not known"));
    }

    private double used() {
        return service.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }
}
