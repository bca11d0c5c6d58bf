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

    /** How far {@link #slope} may be off by the scatter of {@code ys} around the line: its standard error; 0 for up to two points. */
    static double error(List<Double> xs, List<Double> ys) {
        var slope = slope(xs, ys);
        var meanX = mean(xs);
        var meanY = mean(ys);
        var off = 0.0;
        var alone = 0.0;
        for (var i = 0; i < xs.size(); i++) {
            var residual = ys.get(i) - meanY - slope * (xs.get(i) - meanX);
            off += residual * residual;
            alone += (xs.get(i) - meanX) * (xs.get(i) - meanX);
        }
        return xs.size() < 3 || alone == 0 ? 0 : Math.sqrt(off / (xs.size() - 2) / alone);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }
}
