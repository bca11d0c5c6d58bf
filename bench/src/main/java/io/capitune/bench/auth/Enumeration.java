package io.capitune.bench.auth;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Stand;

/**
 * The same request about addresses with an account and without, by turns and in random order; and between which bounds the
 * difference of their medians lies. Every address is asked about equally often.
 */
final class Enumeration {

    private static final int ADDRESSES = 20;
    private static final int WARM_UP = 100;
    private static final int PAIRS = 1000;
    /** What a request leaves to others, such as its mail, must not slow the next one down: that one is about another address. */
    private static final long PAUSE_MILLIS = 15;

    private static final int NOT_THERE = 404;
    private static final double MOST_MILLIS = 1;
    /** Not the one that {@link Question} tries. */
    private static final String THEIR_PASSWORD = "a quiet lamp over the harbour 4";

    private final Stand stand;
    private final String service;
    private final List<String> known;
    private final List<String> unknown;
    private final Random order = new Random(11);

    private Enumeration(Stand stand, List<String> known, List<String> unknown) {
        this.stand = stand;
        this.service = stand.target().service("auth-service");
        this.known = known;
        this.unknown = unknown;
    }

    /** Reports each question's two medians and the bounds of their difference. */
    static void run(Stand stand) {
        stand.report().chapter("What an answer's time tells of an address, one request at a time");
        var known = addresses("known");
        known.forEach(address -> Candidate.signIn(stand.http(), stand.target().gateway(), address)
                .password(THEIR_PASSWORD));
        var enumeration = new Enumeration(stand, known, addresses("nobody"));
        Question.ALL.forEach(enumeration::measure);
    }

    private static List<String> addresses(String kind) {
        var stamp = System.nanoTime();
        // Of one length: a longer address is a longer request.
        return IntStream.range(0, ADDRESSES)
                .mapToObj(i ->
                        "%-6s-%d-%02d@example.org".formatted(kind, stamp, i).replace(' ', 'x'))
                .toList();
    }

    private void measure(Question question) {
        var status = stand.http().status(question.about(unknown.getFirst(), service));
        if (status == NOT_THERE) {
            stand.report().note(question.path() + " is not there");
            return;
        }
        ask(question, status, WARM_UP, new Samples(), new Samples());
        var ofKnown = new Samples();
        var ofUnknown = new Samples();
        ask(question, status, PAIRS, ofKnown, ofUnknown);
        tell(question, ofKnown, ofUnknown);
    }

    /** A known address that is answered with another status ends the run: that tells more than any time. */
    private void ask(Question question, int status, int pairs, Samples ofKnown, Samples ofUnknown) {
        for (var i = 0; i < stand.effort().of(pairs); i++) {
            var aboutKnown = question.about(known.get(i % ADDRESSES), service);
            var aboutUnknown = question.about(unknown.get(i % ADDRESSES), service);
            var knownFirst = order.nextBoolean();
            if (knownFirst) {
                ask(aboutKnown, status, ofKnown);
            }
            ask(aboutUnknown, status, ofUnknown);
            if (!knownFirst) {
                ask(aboutKnown, status, ofKnown);
            }
        }
    }

    private void ask(HttpRequest request, int status, Samples samples) {
        samples.time(() -> stand.http().send(request, status));
        Candidate.pause(PAUSE_MILLIS);
    }

    private void tell(Question question, Samples ofKnown, Samples ofUnknown) {
        var report = stand.report();
        var bounds = Bounds.ofMedians(ofKnown, ofUnknown);
        report.times(question.path() + ", known", ofKnown);
        report.times(question.path() + ", unknown", ofUnknown);
        report.figure("  difference, lower bound (95 %)", bounds.lower(), "ms", null);
        report.figure(
                "  difference, upper bound (95 %)",
                bounds.upper(), "ms", new Report.Goal("within 1 ms", bounds.within(MOST_MILLIS)));
    }
}
