package io.capitune.bench.memory;

import java.util.List;

/** A straight line through points, by least squares. */
final class Growth {

    private Growth() {}

    /** By how much {@code ys} grow while {@code xs} grow by 1. */
    static double slope(List<Double> xs, List<Double> ys) {
        var meanX = mean(xs);
        var meanY = mean(ys);
        var together = 0.0;
        var alone = 0.0;
        for (var i = 0; i < xs.size(); i++) {
            together += (xs.get(i) - meanX) * (ys.get(i) - meanY);
            alone += (xs.get(i) - meanX) * (xs.get(i) - meanX);
        }
        return alone == 0 ? 0 : together / alone;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }
}
