package io.capitune.bench.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of one run as an SVG file. Its ground is its own, so that it reads the same on a light page and on a dark one. */
public final class Plot {

    private static final Color GROUND = new Color(0xFBFAF7);
    private static final Color INK = new Color(0x1F2430);
    private static final Color GRID = new Color(0xD8D5CC);
    // Told apart without colour sense too: dark blue, orange, green.
    private static final Color[] LINES = {new Color(0x1B4F9C), new Color(0xC2571A), new Color(0x2F7D4F)};

    private static final int FEW = 30;

    private final XYChart chart;

    /**
     * @param x what the horizontal axis shows, with its unit
     * @param y what the vertical axis shows, with its unit
     */
    public Plot(String title, String x, String y) {
        chart = new XYChartBuilder()
                .width(880)
                .height(460)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        var style = chart.getStyler();
        style.setChartBackgroundColor(GROUND);
        style.setPlotBackgroundColor(GROUND);
        style.setLegendBackgroundColor(GROUND);
        style.setChartFontColor(INK);
        style.setAxisTickLabelsColor(INK);
        style.setPlotGridLinesColor(GRID);
        // Dashes would make the file ten times as long.
        style.setPlotGridLinesStroke(new BasicStroke(0.5f));
        style.setPlotBorderVisible(false);
        style.setSeriesColors(LINES);
        style.setLegendPosition(Styler.LegendPosition.OutsideS);
        style.setLegendLayout(Styler.LegendLayout.Horizontal);
        style.setYAxisMin(0.0);
    }

    /** Makes the vertical axis logarithmic. */
    public Plot logarithmic() {
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(10.0);
        return this;
    }

    /** Adds a line, with a mark at each point where there are few. */
    public Plot line(String name, List<Double> xs, List<Double> ys) {
        var marker = xs.size() <= FEW ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE;
        chart.addSeries(name, xs, ys).setMarker(marker).setLineWidth(2);
        return this;
    }

    /** Adds marks without a line. */
    public Plot marks(String name, List<Double> xs, List<Double> ys) {
        chart.addSeries(name, xs, ys)
                .setMarker(SeriesMarkers.DIAMOND)
                .setLineStyle(org.knowm.xchart.style.lines.SeriesLines.NONE);
        return this;
    }

    /** Writes the SVG file. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = Files.newOutputStream(file)) {
            VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
        }
    }
}
