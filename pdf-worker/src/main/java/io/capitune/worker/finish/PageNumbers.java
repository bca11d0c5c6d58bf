package io.capitune.worker.finish;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Draws the number of a page, {@code 2/3}, centred in the bottom margin, in the font that the document's head names. The
 * figures are drawn as outlines in a pagination artifact, so that no reader of the text meets them between two lines of a CV.
 */
final class PageNumbers {

    // render-service names the font of its template.
    private static final Pattern FONT = Pattern.compile("<meta name=\"capitune-footer-font\" content=\"([A-Za-z ]+)\"");
    private static final String DEFAULT_FONT = "Hanken Grotesk";
    private static final Map<String, GlyphOutlines> FONTS = new ConcurrentHashMap<>();

    /** In points. */
    private static final double SIZE = 8;

    /** In points above the edge: the figures stand in the middle of both templates' margins, 18 and 20 mm. */
    private static final double BASELINE = 24.5;

    /** #515869. */
    private static final String COLOR = ".3176 .3451 .4118 rg";

    private final GlyphOutlines font;

    private PageNumbers(GlyphOutlines font) {
        this.font = font;
    }

    /** Numbers for the pages of this document. */
    static PageNumbers in(String html) {
        var named = FONT.matcher(html);
        var family = named.find() && GlyphOutlines.exist(named.group(1)) ? named.group(1) : DEFAULT_FONT;
        return new PageNumbers(FONTS.computeIfAbsent(family, GlyphOutlines::of));
    }

    /** The instructions that draw {@code page/pages} on a page of that size. */
    String drawn(PDRectangle size, int page, int pages) {
        var text = page + "/" + pages;
        var scale = SIZE / font.unitsPerEm();
        var x = size.getLowerLeftX() + (size.getWidth() - font.width(text) * scale) / 2;
        var y = size.getLowerLeftY() + BASELINE;
        return String.format(Locale.ROOT, """
                /Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC
                q
                %s
                %.6f 0 0 %.6f %.3f %.3f cm
                %sQ
                EMC
                """, COLOR, scale, scale, x, y, font.drawn(text));
    }
}
