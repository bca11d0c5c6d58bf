package io.capitune.bench.job;

import java.util.regex.Pattern;

import io.capitune.bench.target.Http;

/** One worker's own figures. */
public record Metrics(String text) {

    /** @param worker its address */
    public static Metrics read(Http http, String worker) {
        return new Metrics(
                http.send(Http.to(worker + "/q/metrics").build(), 200).body());
    }

    /** A figure by its name in Prometheus' form, whatever its labels; 0 where there is none. */
    public double value(String name) {
        return Pattern.compile("^" + name + "(?:\\{.*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }
}
