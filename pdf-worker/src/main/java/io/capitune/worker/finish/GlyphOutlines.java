package io.capitune.worker.finish;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The figures and the slash of one of the worker's fonts, as paths in the font's own units. */
final class GlyphOutlines {

    private static final String CHARACTERS = "0123456789/";

    /** The regular face of a family of the worker's fonts. */
    private static final String FILE = "/fonts/%s_400Regular.ttf";

    private record Glyph(String path, int advance) {}

    private final Map<Character, Glyph> glyphs = new HashMap<>();
    private final int unitsPerEm;

    private GlyphOutlines(TrueTypeFont font) throws IOException {
        unitsPerEm = font.getUnitsPerEm();
        var characters = font.getUnicodeCmapLookup();
        for (var character : CHARACTERS.toCharArray()) {
            var id = characters.getGlyphId(character);
            var outline = font.getGlyph().getGlyph(id).getPath();
            glyphs.put(character, new Glyph(operators(outline.getPathIterator(null)), font.getAdvanceWidth(id)));
        }
    }

    /** Whether the worker has a font of that family. */
    static boolean exist(String family) {
        return Resources.exists(file(family));
    }

    static GlyphOutlines of(String family) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(Resources.bytes(file(family))))) {
            return new GlyphOutlines(font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    /** In units of the font. */
    int width(String text) {
        return text.chars().map(character -> glyph(character).advance()).sum();
    }

    /** Instructions that draw the text from the origin on; they leave the origin behind it. */
    String drawn(String text) {
        var drawn = new StringBuilder();
        text.chars()
                .mapToObj(this::glyph)
                .forEach(glyph -> drawn.append(glyph.path())
                        .append("f\n1 0 0 1 ")
                        .append(glyph.advance())
                        .append(" 0 cm\n"));
        return drawn.toString();
    }

    private Glyph glyph(int character) {
        var glyph = glyphs.get((char) character);
        if (glyph == null) {
            throw new IllegalArgumentException("no outline of " + (char) character);
        }
        return glyph;
    }

    private static String file(String family) {
        return FILE.formatted(family.replace(" ", ""));
    }

    private static String operators(PathIterator outline) {
        var operators = new StringBuilder();
        var x = 0f;
        var y = 0f;
        for (; !outline.isDone(); outline.next()) {
            var points = new float[6];
            switch (outline.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> {
                    x = points[0];
                    y = points[1];
                    append(operators, "m", x, y);
                }
                case PathIterator.SEG_LINETO -> {
                    x = points[0];
                    y = points[1];
                    append(operators, "l", x, y);
                }
                case PathIterator.SEG_QUADTO -> {
                    appendQuadratic(operators, x, y, points);
                    x = points[2];
                    y = points[3];
                }
                case PathIterator.SEG_CLOSE -> operators.append("h\n");
                default -> throw new IllegalArgumentException("TrueType knows no such curve");
            }
        }
        return operators.toString();
    }

    /** PDF knows cubic curves only. */
    private static void appendQuadratic(StringBuilder operators, float x, float y, float[] points) {
        append(
                operators,
                "c",
                (x + 2 * points[0]) / 3,
                (y + 2 * points[1]) / 3,
                (points[2] + 2 * points[0]) / 3,
                (points[3] + 2 * points[1]) / 3,
                points[2],
                points[3]);
    }

    /** Whole units: a thousandth of the letter's height is nothing to see. */
    private static void append(StringBuilder operators, String operator, float... numbers) {
        for (var number : numbers) {
            operators.append(Math.round(number)).append(' ');
        }
        operators.append(operator).append('\n');
    }
}
