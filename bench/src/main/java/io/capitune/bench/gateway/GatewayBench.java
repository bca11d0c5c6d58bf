package io.capitune.bench.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Effort;
import io.capitune.bench.target.Http;
import io.capitune.bench.target.Stand;
import io.capitune.bench.target.Target;

/**
 * What the sign-in check adds: the same page of the same service through the gateway, with the check (a session's cookie)
 * and without (the token it would have got), by turns.
 */
public final class GatewayBench {

    private static final String PAGE = "/accessibility";
    private static final int WARM_UP = 500;
    private static final int REQUESTS = 1500;
    private static final double MOST_MILLIS = 2;

    private final Target target;
    private final Http http;
    private final Candidate candidate;
    private final Report report;
    private final Effort effort;

    private GatewayBench(Stand stand) {
        this.target = stand.target();
        this.http = stand.http();
        this.candidate = stand.person();
        this.report = stand.report();
        this.effort = stand.effort();
    }

    /** Reports both medians and their difference. */
    public static void run(Stand stand) throws IOException {
        new GatewayBench(stand).run();
    }

    private void run() throws IOException {
        report.chapter("The gateway's sign-in check, one request at a time");
        var session = Http.to(target.service("auth-service") + "/internal/session")
                .header("Cookie", candidate.cookie())
                .build();
        try (var unchecked = UncheckedRoute.open(target, http, PAGE)) {
            measure(session, unchecked, effort.of(WARM_UP), new Samples(), new Samples(), new Samples());
            var with = new Samples();
            var without = new Samples();
            var check = new Samples();
            measure(session, unchecked, effort.of(REQUESTS), with, without, check);
            report.times("a page through the gateway, with check", with);
            report.times("the same page, without", without);
            report.times("auth-service's /internal/session, asked directly", check);
            var added = with.median() - without.median();
            report.figure("added at the median", added, "ms", new Report.Goal("at most 2 ms", added <= MOST_MILLIS));
        }
    }

    private void measure(
            HttpRequest session, UncheckedRoute unchecked, int requests, Samples with, Samples without, Samples check) {
        var token = token(session);
        var checked = Http.to(target.gateway() + PAGE)
                .header("Cookie", candidate.cookie())
                .build();
        var plain = unchecked.request(token);
        for (var i = 0; i < requests; i++) {
            with.time(() -> http.send(checked, 200));
            without.time(() -> http.send(plain, 200));
            check.time(() -> http.send(session, 200));
        }
    }

    private String token(HttpRequest session) {
        return http.send(session, 200).headers().firstValue("Authorization").orElseThrow();
    }
}
